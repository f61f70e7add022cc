import { carriesSignature, pathOfTopic } from "#lib/consent/forms.ts";
import { signInput } from "#lib/consent/input.ts";
import { signAgreement } from "#lib/consent/sign.ts";
import { orClientForm } from "#lib/http/forms.ts";
import { clientMutation } from "#lib/http.ts";

export const POST = orClientForm(
  clientMutation(signInput, (client, { input, now }) => signAgreement(client, input, now)),
  signInput,
  pathOfTopic,
  (client, { input, now }) => signAgreement(client, input, now),
  carriesSignature,
);
