import { addBusyFeed } from "#lib/calendar/busy/commands.ts";
import { busyFeedInput } from "#lib/calendar/busy/input.ts";
import { coachMutation } from "#lib/http.ts";

export const POST = coachMutation(busyFeedInput, async (coach, { input }) => ({
  status: "added",
  id: await addBusyFeed(coach, input),
}));
