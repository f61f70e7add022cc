import { nothing } from "#lib/bookings/input.ts";
import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";
import { takeBackSummary } from "#lib/summaries/take-back.ts";

export const POST = coachMutation(nothing, async (coach, { params, now }) => {
  await takeBackSummary(coach, idIn(params), now);
  return { status: "taken_back" };
});
