import { confirmRequest } from "#lib/bookings/commands/answer-request.ts";
import { confirmRequestInput } from "#lib/bookings/input.ts";
import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";

export const POST = coachMutation(confirmRequestInput, async (coach, { input, params, now }) => {
  await confirmRequest(coach, idIn(params), now, input.reason);
  return { status: "confirmed" };
});
