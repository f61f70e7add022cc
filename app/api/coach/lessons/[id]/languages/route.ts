import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";
import { addLanguageInput } from "#lib/lessons/authoring/input.ts";
import { addLanguage } from "#lib/lessons/authoring/new-lesson.ts";

export const POST = coachMutation(addLanguageInput, async (coach, { input, params, now }) => {
  await addLanguage(coach, idIn(params), input, now);
  return { status: "added" };
});
