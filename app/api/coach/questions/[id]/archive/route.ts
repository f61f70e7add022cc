import { nothing } from "#lib/bookings/input.ts";
import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";
import { archiveSet } from "#lib/questions/authoring/own-sets.ts";

export const POST = coachMutation(nothing, async (coach, { params, now }) => {
  await archiveSet(coach, idIn(params), now);
  return { status: "archived" };
});
