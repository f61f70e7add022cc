import type { Caps } from "./caps.ts";
import { FeedProblem } from "./problems.ts";

// What says when. Titles, places, guests and alarms are left where they are.
const wanted =
  /^(UID|DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|RECURRENCE-ID|STATUS|TRANSP|X-MICROSOFT-CDO-BUSYSTATUS)[;:]/i;
const border = /^(BEGIN|END):([\w-]+)\s*$/i;

/**
 * The lines of each entry that say when it is, unfolded, and as such lines what a calendar says that only tells when its
 * owner is busy. Throws FeedProblem when the calendar does not end.
 */
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
    else if (within.at(-1) === "VFREEBUSY" && /^FREEBUSY[;:]/i.test(line)) {
      entries.push(...entriesOfFreeBusy(line));
      if (entries.length > events) throw new FeedProblem("too_much");
    }
  }
  if (within.length > 0) throw new FeedProblem("unreadable");
  return entries;
}

// "FREEBUSY;FBTYPE=BUSY:20261201T100000Z/PT1H,20261202T100000Z/20261202T110000Z", always in UTC.
function entriesOfFreeBusy(line: string): string[][] {
  const colon = line.indexOf(":");
  if (/;FBTYPE="?FREE"?(;|$)/i.test(line.slice(0, colon))) return [];
  return line
    .slice(colon + 1)
    .split(",")
    .map((period) => {
      const [start = "", end = ""] = period.trim().split("/");
      return [`DTSTART:${start}`, `${/^[+-]?P/i.test(end) ? "DURATION" : "DTEND"}:${end}`];
    });
}
