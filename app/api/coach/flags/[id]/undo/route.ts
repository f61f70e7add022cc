import { nothing } from "#lib/bookings/input.ts";
import { undoSettling } from "#lib/flags/settle.ts";
import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";

export const POST = coachMutation(nothing, async (coach, { params, now }) => {
  await undoSettling(coach, idIn(params), now);
  return { status: "open" };
});
