import { nothing } from "#lib/bookings/input.ts";
import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";
import { bringBackSet } from "#lib/questions/authoring/own-sets.ts";

export const POST = coachMutation(nothing, async (coach, { params }) => {
  await bringBackSet(coach, idIn(params));
  return { status: "back" };
});
