import type { Viewer } from "#lib/auth/viewer.ts";
import { makeCalendarFeed } from "#lib/calendar/feed/commands.ts";

/** A person's calendar at a secret address; gives the last part of it: "<token>.ics". */
export async function aCalendarFeed(person: Viewer): Promise<string> {
  const { address = "" } = await makeCalendarFeed(person, { renew: true }, Date.now());
  return new URL(address).pathname.split("/").at(-1) ?? "";
}
