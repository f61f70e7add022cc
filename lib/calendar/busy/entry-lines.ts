import type { Caps } from "./caps.ts";
import { FeedProblem } from "./problems.ts";

// What says when. Titles, places, guests and alarms are left where they are.
const wanted =
  /^(UID|DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|RECURRENCE-ID|STATUS|TRANSP|X-MICROSOFT-CDO-BUSYSTATUS)[;:]/i;
const border = /^(BEGIN|END):([\w-]+)\s*$/i;

/** The lines of each entry that say when it is, unfolded. Throws FeedProblem when the calendar does not end. */
export function entryLines(text: string, { events }: Pick<Caps, "events">): string[][] {
  const entries: string[][] = [];
  const within: string[] = [];
  let entry: string[] | undefined;
  for (const line of text.replace(/\r?\n[ \t]/g, "").split(/\r\n|\n|\r/)) {
    const [, which, name = ""] = border.exec(line) ?? [];
    const part = name.toUpperCase();
    if (which?.toUpperCase() === "BEGIN") {
      within.push(part);
      if (part !== "VEVENT") continue;
      if (entry || entries.length === events) throw new FeedProblem(entry ? "unreadable" : "too_much");
      entry = [];
    } else if (which) {
      if (within.pop() !== part) throw new FeedProblem("unreadable");
      if (part === "VEVENT" && entry) entries.push(entry);
      if (part === "VEVENT") entry = undefined;
    } else if (entry && within.at(-1) === "VEVENT" && wanted.test(line)) entry.push(line);
  }
  if (within.length > 0) throw new FeedProblem("unreadable");
  return entries;
}
