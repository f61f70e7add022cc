import { copyForClient } from "#lib/consent/copy.ts";
import { pathOfAgreements } from "#lib/consent/forms.ts";
import { copyInput } from "#lib/consent/input.ts";
import { orClientForm } from "#lib/http/forms.ts";
import { clientMutation } from "#lib/http.ts";

export const POST = orClientForm(
  clientMutation(copyInput, (client, { input, now }) => copyForClient(client, input.coach, now)),
  copyInput,
  pathOfAgreements,
  (client, { input, now }) => copyForClient(client, input.coach, now),
);
