import { confirmRequest } from "#lib/bookings/commands/answer-request.ts";
import { nothing } from "#lib/bookings/input.ts";
import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";

export const POST = coachMutation(nothing, async (coach, { params, now }) => {
  await confirmRequest(coach, idIn(params), now);
  return { status: "confirmed" };
});
