import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";
import { removeSuggestion } from "#lib/lessons/suggestions/commands.ts";
import { nothing } from "#lib/lessons/suggestions/input.ts";

export const POST = coachMutation(nothing, async (coach, { params }) => ({
  status: "removed",
  undo: await removeSuggestion(coach, idIn(params)),
}));
