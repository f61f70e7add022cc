import { coachMutation } from "#lib/http.ts";
import { restoreSuggestion } from "#lib/lessons/suggestions/commands.ts";
import { restoreSuggestionInput } from "#lib/lessons/suggestions/input.ts";

export const POST = coachMutation(restoreSuggestionInput, async (coach, { input }) => ({
  status: "suggested",
  id: await restoreSuggestion(coach, input.undo),
}));
