import type { Caps } from "./caps.ts";
import { FeedProblem } from "./problems.ts";

/** An RRULE with what ends it taken out, since that is decided here and not by the reader of rules. */
export type RepeatRule = {
  freq: string;
  interval: number;
  count: number | undefined;
  until: string | undefined;
  /** The day numbers that the rule names, if it does. */
  monthDays: number[] | undefined;
  /** The parts that choose among the days of a period. */
  by: Map<string, string[]>;
  endless: string;
};

const frequencies = new Set(["HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"]);
const value = /^[\w,+-]+$/;

/** Reads an RRULE by its text, before anything works with it. Throws FeedProblem for what would take for ever. */
export function readRule(text: string, caps: Caps): RepeatRule {
  const parts = new Map(
    text
      .trim()
      .toUpperCase()
      .split(";")
      .filter(Boolean)
      .map((part) => {
        const [name = "", worth = ""] = part.split("=");
        if (!value.test(worth)) throw new FeedProblem("unreadable");
        return [name.trim(), worth] as const;
      }),
  );
  const freq = parts.get("FREQ") ?? "";
  const by = new Map(
    [...parts].filter(([name]) => name.startsWith("BY")).map(([name, list]) => [name, list.split(",")]),
  );
  const interval = numberOf(parts.get("INTERVAL") ?? "1");
  const count = parts.has("COUNT") ? numberOf(parts.get("COUNT") ?? "") : undefined;
  const asksTooMuch =
    !frequencies.has(freq) ||
    interval > caps.interval ||
    [...by.values()].some((list) => list.length > caps.listItems) ||
    (by.has("BYSETPOS") && !by.has("BYDAY")) ||
    // The reader finds no dates for the first two, and nothing says how often the last one comes.
    by.has("BYWEEKNO") ||
    by.has("BYSECOND") ||
    by.has("BYMINUTE");
  if (asksTooMuch) throw new FeedProblem("too_much");
  const endless = [...parts]
    .filter(([name]) => name !== "COUNT" && name !== "UNTIL")
    .map((part) => part.join("="));
  return {
    freq,
    interval,
    count,
    until: parts.get("UNTIL"),
    monthDays: by.get("BYMONTHDAY")?.map(Number),
    by,
    endless: endless.join(";"),
  };
}

function numberOf(text: string): number {
  if (!/^\d{1,9}$/.test(text) || Number(text) === 0) throw new FeedProblem("unreadable");
  return Number(text);
}
