import { copyForClient } from "#lib/consent/copy.ts";
import { pathOfAgreements } from "#lib/consent/forms.ts";
import { withdrawInput } from "#lib/consent/input.ts";
import { orClientForm } from "#lib/http/forms.ts";
import { clientMutation } from "#lib/http.ts";

export const POST = orClientForm(
  clientMutation(withdrawInput, (client, { input, now }) => copyForClient(client, input.coach, now)),
  withdrawInput,
  ({ coach }) => pathOfAgreements(coach),
  (client, { input, now }) => copyForClient(client, input.coach, now),
);
