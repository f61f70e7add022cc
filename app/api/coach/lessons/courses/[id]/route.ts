import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";
import { changeCourse } from "#lib/lessons/authoring/courses.ts";
import { changeCourseInput } from "#lib/lessons/authoring/input.ts";

export const POST = coachMutation(changeCourseInput, async (coach, { input, params }) => {
  await changeCourse(coach, idIn(params), input);
  return { status: "saved" };
});
