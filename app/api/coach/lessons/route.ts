import { coachMutation } from "#lib/http.ts";
import { addLessonInput } from "#lib/lessons/authoring/input.ts";
import { addLesson } from "#lib/lessons/authoring/new-lesson.ts";

export const POST = coachMutation(addLessonInput, async (coach, { input, now }) => ({
  status: "added",
  ...(await addLesson(coach, input, now)),
}));
