import type { z } from "zod";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { orClientForm, type Sent } from "#lib/http/forms.ts";
import { idIn } from "#lib/http/request.ts";
import { clientMutation } from "#lib/http.ts";
import { answerLesson } from "#lib/lessons/progress.ts";
import { pageOfProgress, progressInput } from "#lib/lessons/progress-input.ts";

type Asked = Sent<z.output<typeof progressInput>>;

async function answer(client: ClientViewer, { input, params, now }: Asked) {
  await answerLesson(client, idIn(params), input.answer, now);
}

export const POST = orClientForm(
  clientMutation(progressInput, answer),
  progressInput,
  pageOfProgress,
  answer,
);
