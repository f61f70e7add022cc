import { answer, answerError } from "#lib/http/answers.ts";
import { readBytes } from "#lib/http/request.ts";
import { readEvent } from "#lib/mail/webhooks/read-event.ts";
import { takeEvent } from "#lib/mail/webhooks/take-event.ts";
import { NotFound } from "#lib/refusal.ts";
import { settings } from "#lib/running/settings.ts";

/** Where Resend tells what became of mail. It signs with a secret that only it and this portal know. */
export async function POST(request: Request): Promise<Response> {
  try {
    const { webhookSecret } = settings().mail;
    if (!webhookSecret) throw new NotFound();
    const body = await readBytes(request, 65_536, 413);
    await takeEvent(readEvent(body, request.headers, webhookSecret), Date.now());
    return answer({});
  } catch (error) {
    return answerError(error);
  }
}
