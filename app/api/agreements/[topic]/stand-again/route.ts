import { pathOfTopic } from "#lib/consent/forms.ts";
import { withdrawInput } from "#lib/consent/input.ts";
import { undoWithdrawing } from "#lib/consent/sign.ts";
import { orClientForm } from "#lib/http/forms.ts";
import { clientMutation } from "#lib/http.ts";

const answer = clientMutation(withdrawInput, (client, { params, input, now }) =>
  undoWithdrawing(client, params.topic ?? "", input.coach, now),
);

type Context = { params: Promise<{ topic: string }> };

export async function POST(request: Request, context: Context): Promise<Response> {
  const { topic } = await context.params;
  const form = orClientForm(
    answer,
    withdrawInput,
    ({ coach }) => pathOfTopic(topic, coach),
    (client, { input, now }) => undoWithdrawing(client, topic, input.coach, now),
  );
  return form(request, context);
}
