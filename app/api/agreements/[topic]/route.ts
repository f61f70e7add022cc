import { carriesSignature, pathOfTopic } from "#lib/consent/forms.ts";
import { signInput } from "#lib/consent/input.ts";
import { signAgreement } from "#lib/consent/sign.ts";
import { orClientForm } from "#lib/http/forms.ts";
import { clientMutation } from "#lib/http.ts";

const sign = clientMutation(signInput, (client, { params, input, now }) =>
  signAgreement(client, params.topic ?? "", input, now),
);

type Context = { params: Promise<{ topic: string }> };

export async function POST(request: Request, context: Context): Promise<Response> {
  const { topic } = await context.params;
  const form = orClientForm(
    sign,
    signInput,
    ({ coach }) => pathOfTopic(topic, coach),
    (client, { input, now }) => signAgreement(client, topic, input, now),
    carriesSignature(topic),
  );
  return form(request, context);
}
