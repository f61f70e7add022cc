import { coachMutation } from "#lib/http.ts";
import { sendInput } from "#lib/notes/input.ts";
import { sendSummary } from "#lib/summaries/send-summary.ts";

export const POST = coachMutation(sendInput, (coach, { input, idempotencyKey, now }) =>
  sendSummary(coach, input, idempotencyKey, now),
);
