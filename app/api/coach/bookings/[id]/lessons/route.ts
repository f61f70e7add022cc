import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";
import { suggestLesson } from "#lib/lessons/suggestions/commands.ts";
import { suggestLessonInput } from "#lib/lessons/suggestions/input.ts";

export const POST = coachMutation(suggestLessonInput, async (coach, { input, params, now }) => ({
  status: "suggested",
  ids: await suggestLesson(coach, idIn(params), input, now),
}));
