import { nothing } from "#lib/bookings/input.ts";
import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";
import { openReflection } from "#lib/reflections/for-coach/open-reflection.ts";

export const POST = coachMutation(nothing, async (coach, { params, now }) => {
  await openReflection(coach, idIn(params), now);
  return { status: "opened" };
});
