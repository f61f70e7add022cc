import { nothing } from "#lib/bookings/input.ts";
import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";
import { withdrawLesson } from "#lib/lessons/authoring/standing.ts";

export const POST = coachMutation(nothing, async (coach, { params, now }) => {
  await withdrawLesson(coach, idIn(params), now);
  return { status: "saved" };
});
