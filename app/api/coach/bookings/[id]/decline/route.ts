import { declineRequest } from "#lib/bookings/commands/answer-request.ts";
import { declineRequestInput } from "#lib/bookings/input.ts";
import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";

export const POST = coachMutation(declineRequestInput, async (coach, { input, params, now }) => {
  await declineRequest(coach, idIn(params), input.sentence, now);
  return { status: "declined" };
});
