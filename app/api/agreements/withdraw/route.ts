import { pathOfTopic } from "#lib/consent/forms.ts";
import { withdrawInput } from "#lib/consent/input.ts";
import { withdrawAgreement } from "#lib/consent/sign.ts";
import { orClientForm } from "#lib/http/forms.ts";
import { clientMutation } from "#lib/http.ts";

export const POST = orClientForm(
  clientMutation(withdrawInput, (client, { input, now }) => withdrawAgreement(client, input, now)),
  withdrawInput,
  pathOfTopic,
  (client, { input, now }) => withdrawAgreement(client, input, now),
);
