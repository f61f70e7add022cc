import { nothing } from "#lib/bookings/input.ts";
import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";
import { bringBackLesson } from "#lib/lessons/authoring/standing.ts";

export const POST = coachMutation(nothing, async (coach, { params }) => {
  await bringBackLesson(coach, idIn(params));
  return { status: "saved" };
});
