import { orClientForm } from "#lib/http/forms.ts";
import { clientMutation } from "#lib/http.ts";
import { carriesPlan, pathOfPlan } from "#lib/safety-plan/forms.ts";
import { savePlanForm, savePlanInput } from "#lib/safety-plan/input.ts";
import { savePlan } from "#lib/safety-plan/keep.ts";

export const POST = orClientForm(
  clientMutation(savePlanInput, (client, { input, now }) => savePlan(client, input, now)),
  savePlanForm,
  pathOfPlan,
  (client, { input, now }) => savePlan(client, input, now),
  carriesPlan,
);
