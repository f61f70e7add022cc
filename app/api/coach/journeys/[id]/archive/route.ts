import { idIn } from "#lib/http/request.ts";
import { coachMutation } from "#lib/http.ts";
import { archiveJourney } from "#lib/journeys/archive.ts";
import { archiveInput } from "#lib/journeys/input.ts";

export const POST = coachMutation(archiveInput, async (coach, { input, params, now }) => {
  await archiveJourney(coach, idIn(params), input.archived, now);
  return { status: input.archived ? "archived" : "listed" };
});
