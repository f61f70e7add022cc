import { Temporal } from "temporal-polyfill";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

type Stretch = { start: number; end: number };
type Place =
  /** From the end of this session to the beginning of guidance, in days of 24 hours. */
  | { before: { atLeastDays: number; atMostDays: number; idealDays: number } }
  /** The coach's local dates from the one on which guidance ends, first and last included. */
  | { after: { first: number; last: number; ideal: number } };

/** What belongs to a day of guidance, in its order. No two windows meet, so order holds where distances hold. */
export const otherSteps = [
  {
    step: "preparation",
    kind: "preparation",
    place: { before: { atLeastDays: 1, atMostDays: 90, idealDays: 7 } },
  },
  { step: "after_days", kind: "integration", place: { after: { first: 1, last: 3, ideal: 2 } } },
  { step: "after_week", kind: "integration", place: { after: { first: 5, last: 9, ideal: 7 } } },
  { step: "after_two_weeks", kind: "integration", place: { after: { first: 12, last: 16, ideal: 14 } } },
  { step: "after_month", kind: "integration", place: { after: { first: 26, last: 34, ideal: 30 } } },
] as const satisfies readonly { step: string; kind: string; place: Place }[];

export type OtherStep = (typeof otherSteps)[number]["step"];
export type Step = OtherStep | "guidance";

/** Epoch ms. Sessions may begin at `from <= start < until`, best at `ideal`. */
export type Window = { from: number; until: number; ideal: number };

export const orderOfSteps: readonly Step[] = [
  "preparation",
  "guidance",
  ...otherSteps.slice(1).map(({ step }) => step),
];

/** The kind of session that a step is. */
export function kindOf(step: Step): "preparation" | "guidance" | "integration" {
  return otherSteps.find((other) => other.step === step)?.kind ?? "guidance";
}

/** When a step of so many minutes may begin, around guidance that takes that time, by the coach's zone. */
export function windowOf(step: OtherStep, minutes: number, guidance: Stretch, zone: string): Window {
  const place: Place = placeOf(step);
  const begins = inZone(guidance.start, zone);
  if ("before" in place) {
    const { atLeastDays, atMostDays, idealDays } = place.before;
    const goal = guidance.start - minutes * minute;
    return {
      from: goal - atMostDays * day,
      until: goal - atLeastDays * day + 1,
      ideal: begins.subtract({ days: idealDays }).epochMilliseconds,
    };
  }
  const { first, last, ideal } = place.after;
  // What ends at midnight took place on the day before.
  const date = inZone(guidance.end - 1, zone).toPlainDate();
  const dayBegins = (days: number) => date.add({ days }).toZonedDateTime(zone).epochMilliseconds;
  return {
    from: dayBegins(first),
    until: dayBegins(last + 1),
    ideal: date.add({ days: ideal }).toZonedDateTime({ timeZone: zone, plainTime: begins.toPlainTime() })
      .epochMilliseconds,
  };
}

/** Whether a step that takes this time keeps its order and its distance from guidance. */
export function fits(step: OtherStep, during: Stretch, guidance: Stretch, zone: string): boolean {
  const { from, until } = windowOf(step, (during.end - during.start) / minute, guidance, zone);
  return from <= during.start && during.start < until;
}

type Placed = { step: Step; during: Stretch };

/** The steps that are out of order or too near or too far, of an arc's sessions that stand. Without guidance none is. */
export function misplaced(sessions: readonly Placed[], zone: string): OtherStep[] {
  const guidance = sessions.find(({ step }) => step === "guidance");
  if (!guidance) return [];
  return sessions.flatMap(({ step, during }) =>
    step !== "guidance" && !fits(step, during, guidance.during, zone) ? [step] : [],
  );
}

/** Where a session would be if it followed guidance to its new day: as many days on, at the same time of day. */
export function following(start: number, from: Stretch, to: Stretch, zone: string): number {
  const days = inZone(from.end - 1, zone)
    .toPlainDate()
    .until(inZone(to.end - 1, zone).toPlainDate(), { largestUnit: "days" }).days;
  return inZone(start, zone).add({ days }).epochMilliseconds;
}

/** The starts nearest to a goal, at most so many, the nearest first. Of two as near, the earlier. */
export function nearest(starts: readonly number[], goal: number, atMost: number): number[] {
  return starts.toSorted((a, b) => Math.abs(a - goal) - Math.abs(b - goal) || a - b).slice(0, atMost);
}

function placeOf(step: OtherStep): Place {
  const found = otherSteps.find((other) => other.step === step);
  if (!found) throw new Error("There is no such step");
  return found.place;
}

function inZone(ms: number, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
}
