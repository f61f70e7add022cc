import { Resend } from "resend";
import { settings } from "#lib/running/settings.ts";
import type { Answer } from "./answers.ts";

// Milliseconds. Another try costs nothing, and somebody in front of a screen does not wait for the slowest answers.
const deadlines = { urgent: 1_500, other: 10_000 };

/** Posts a stored body once. The key is the message's for ever, so Resend takes it once however often it is posted. */
export async function postToResend(messageId: string, body: string, isUrgent: boolean): Promise<Answer> {
  const { apiKey, baseUrl } = settings().mail;
  const resend = new Resend(apiKey, { baseUrl });
  // The bare `post`: `emails.send` would put the fields together anew, in the order of the SDK's version.
  const { data, error, headers } = await resend.post<{ id?: unknown } | null>("/emails", JSON.parse(body), {
    idempotencyKey: `message/${messageId}`,
    signal: AbortSignal.timeout(isUrgent ? deadlines.urgent : deadlines.other),
  });
  if (data) return { status: 200, providerId: typeof data.id === "string" ? data.id : undefined };
  return {
    status: asStatus(error?.statusCode),
    code: asCode(error?.name),
    retryAfterSeconds: readRetryAfter(headers),
  };
}

const asStatus = (status: unknown) =>
  typeof status === "number" && Number.isInteger(status) ? status : null;

const asCode = (name: unknown) => (typeof name === "string" && /^\w{1,64}$/.test(name) ? name : undefined);

function readRetryAfter(headers: Record<string, string> | null): number | undefined {
  const seconds = Number(headers?.["retry-after"] ?? Number.NaN);
  return seconds >= 0 ? Math.min(seconds, 24 * 60 * 60) : undefined;
}
