import { nothing } from "#lib/bookings/input.ts";
import { stopCalendarFeed } from "#lib/calendar/feed/commands.ts";
import { viewerMutation } from "#lib/http.ts";

export const POST = viewerMutation(nothing, async (viewer) => {
  await stopCalendarFeed(viewer);
  return { status: "stopped" };
});
