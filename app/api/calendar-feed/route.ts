import { makeCalendarFeed } from "#lib/calendar/feed/commands.ts";
import { calendarFeedInput } from "#lib/calendar/feed/input.ts";
import { viewerMutation } from "#lib/http.ts";

export const POST = viewerMutation(calendarFeedInput, (viewer, { input, now }) =>
  makeCalendarFeed(viewer, input, now),
);
