import { restoreBusyFeed } from "#lib/calendar/busy/commands.ts";
import { restoreFeedInput } from "#lib/calendar/busy/input.ts";
import { coachMutation } from "#lib/http.ts";

export const POST = coachMutation(restoreFeedInput, async (coach, { input }) => ({
  status: "added",
  id: await restoreBusyFeed(coach, input.undo),
}));
