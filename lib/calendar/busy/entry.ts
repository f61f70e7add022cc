import ICAL from "ical.js";
import type { Caps } from "./caps.ts";
import { FeedProblem } from "./problems.ts";
import { type RepeatRule, readRule } from "./repeat-rule.ts";
import { day, instantOf, type Wall } from "./wall-clock.ts";
import { zoneMeant } from "./zone-names.ts";

/** A date or a time as it stands in the calendar. Without a zone, we do not know the one it means. */
export type Moment = { wall: Wall; zone: string | undefined; isDate: boolean };

export type Entry = {
  uid: string;
  start: Moment;
  /** Whole days on the wall, and milliseconds after those. */
  length: { days: number; ms: number };
  rules: RepeatRule[];
  /** Further times that it takes place, some with a length of their own. */
  more: { start: Moment; length?: Entry["length"] }[];
  without: Moment[];
  /** The time of its series that it stands in for. */
  replaces: Moment | undefined;
  isBusy: boolean;
};

type Property = InstanceType<typeof ICAL.Property>;

/** Reads one entry from its lines. Undefined when it has no time at all. Times without a zone are in `zone`. */
export function readEntry(lines: string[], zone: string, caps: Caps): Entry | undefined {
  const properties = lines.map((line) => {
    try {
      return ICAL.Property.fromString(line);
    } catch {
      throw new FeedProblem("unreadable");
    }
  });
  const all = (name: string) => properties.filter((property) => property.name === name);
  const word = (name: string) =>
    String(all(name)[0]?.toJSON()[3] ?? "")
      .trim()
      .toUpperCase();
  const [begins] = all("dtstart");
  if (!begins) return undefined;
  const [start] = momentsOf(begins, zone);
  if (!start) throw new FeedProblem("unreadable");
  // Whoever leaves the zone out beside a time that has one means the same.
  const beside = start.zone ?? zone;
  const [replaced] = all("recurrence-id");
  if (replaced?.getFirstParameter("range")) throw new FeedProblem("unreadable");
  return {
    uid: String(all("uid")[0]?.toJSON()[3] ?? ""),
    start,
    length: lengthOf(start, all("dtend")[0], all("duration")[0], beside),
    rules: lines
      .filter((line) => /^RRULE[;:]/i.test(line))
      .map((line) => readRule(line.slice(line.indexOf(":") + 1), caps)),
    more: all("rdate").flatMap((property) => readMore(property, beside)),
    without: all("exdate").flatMap((property) => momentsOf(property, beside)),
    replaces: replaced && momentsOf(replaced, beside)[0],
    isBusy:
      word("transp") !== "TRANSPARENT" &&
      word("status") !== "CANCELLED" &&
      word("x-microsoft-cdo-busystatus") !== "FREE",
  };
}

function lengthOf(
  start: Moment,
  ends: Property | undefined,
  lasts: Property | undefined,
  zone: string,
): Entry["length"] {
  const end = ends && momentsOf(ends, zone)[0];
  if (end && start.isDate) return { days: Math.max(1, Math.round((end.wall - start.wall) / day)), ms: 0 };
  if (end) return { days: 0, ms: Math.max(0, momentInstant(end) - momentInstant(start)) };
  if (lasts) return durationOf(String(lasts.toJSON()[3]));
  return { days: start.isDate ? 1 : 0, ms: 0 };
}

/** A zone that we do not know counts as UTC here: only for lengths and for telling times apart. */
export const momentInstant = ({ wall, zone }: Moment) => (zone ? instantOf(wall, zone) : wall);

const duration = /^([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

function durationOf(text: string): Entry["length"] {
  const found = duration.exec(text.trim().toUpperCase());
  if (!found) throw new FeedProblem("unreadable");
  const [weeks, days, hours, minutes, seconds] = found.slice(2).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  if (found[1] === "-") return { days: 0, ms: 0 };
  return { days: weeks * 7 + days, ms: ((hours * 60 + minutes) * 60 + seconds) * 1000 };
}

function readMore(property: Property, zone: string): Entry["more"] {
  const tzid = property.getFirstParameter("tzid");
  return valuesOf(property).map((value) => {
    if (!Array.isArray(value)) return { start: momentOf(String(value), tzid, zone) };
    const [from, to] = value.map(String) as [string, string];
    const start = momentOf(from, tzid, zone);
    const length = /^[+-]?P/i.test(to)
      ? durationOf(to)
      : { days: 0, ms: Math.max(0, momentInstant(momentOf(to, tzid, zone)) - momentInstant(start)) };
    return { start, length };
  });
}

function momentsOf(property: Property, zone: string): Moment[] {
  return valuesOf(property).map((value) => momentOf(String(value), property.getFirstParameter("tzid"), zone));
}

const valuesOf = (property: Property): unknown[] => property.toJSON().slice(3);

// A date that does not say that it is one is taken for a time without hours: "2026-12-01T::".
const written = /^(\d{4})-(\d\d)-(\d\d)(?:T::|T(\d\d):(\d\d):(\d\d)(Z?))?$/i;

function momentOf(text: string, tzid: string | string[] | undefined, zone: string): Moment {
  const found = written.exec(text);
  if (!found) throw new FeedProblem("unreadable");
  const [year, month, date, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const wall = Date.UTC(year, month - 1, date, hour, minute, Math.min(second, 59));
  const isOnCalendar = year >= 100 && month >= 1 && month <= 12 && new Date(wall).getUTCDate() === date;
  if (!isOnCalendar || hour > 23 || minute > 59) throw new FeedProblem("unreadable");
  const isDate = found[4] === undefined;
  if (found[7]) return { wall, zone: "UTC", isDate };
  return { wall, zone: tzid && !isDate ? zoneMeant(String(tzid)) : zone, isDate };
}
