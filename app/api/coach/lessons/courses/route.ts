import { coachMutation } from "#lib/http.ts";
import { addCourse } from "#lib/lessons/authoring/courses.ts";
import { addCourseInput } from "#lib/lessons/authoring/input.ts";

export const POST = coachMutation(addCourseInput, async (coach, { input }) => ({
  status: "added",
  id: await addCourse(coach, input),
}));
