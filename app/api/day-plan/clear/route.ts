import { orClientForm } from "#lib/http/forms.ts";
import { clientMutation } from "#lib/http.ts";
import { pathOfPlan } from "#lib/safety-plan/forms.ts";
import { clearPlanInput } from "#lib/safety-plan/input.ts";
import { clearPlan } from "#lib/safety-plan/keep.ts";

export const POST = orClientForm(
  clientMutation(clearPlanInput, (client, { input }) => clearPlan(client, input.coach)),
  clearPlanInput,
  pathOfPlan,
  (client, { input }) => clearPlan(client, input.coach),
);
