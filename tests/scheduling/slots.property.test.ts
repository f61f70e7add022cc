import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { type OpenSlotsInput, openSlots } from "#lib/scheduling/slots.ts";
import { coachesDays } from "#tests/scheduling/coaches-days.ts";
import { slotsMinuteByMinute } from "#tests/scheduling/minute-by-minute.ts";

type Engine = (input: OpenSlotsInput) => number[];

const MINUTE = 60_000;
const CASES = Number(process.env.SLOT_CASES ?? 500);
const SEED = process.env.SLOT_SEED;

describe("what a coach's clock and hours allow, and nothing else, is offered", () => {
  it(`as read minute by minute, in ${CASES} calendars around changes of the clock`, {
    timeout: 3_600_000,
  }, () => {
    // On failure fast-check prints the seed; run again with SLOT_SEED.
    const agrees = fc.property(coachesDays, (input) => {
      expect(openSlots(input)).toEqual(slotsMinuteByMinute(input));
    });
    fc.assert(agrees, { numRuns: CASES, ...(SEED === undefined ? {} : { seed: Number(SEED) }) });
  });
});

const wrongEngines: Record<string, Engine> = {
  "keeps the offset it began with when the clocks change": (input) => {
    const offset = offsetAt(input.window.from, input.timeZone);
    const shifted = {
      ...input,
      timeZone: "UTC",
      busy: input.busy.map(({ start, end }) => ({ start: start + offset, end: end + offset })),
      window: { from: input.window.from + offset, until: input.window.until + offset },
    };
    return openSlots(shifted).map((start) => start - offset);
  },
  "offers a repeated wall time once": (input) => {
    const seen = new Set<number>();
    return openSlots(input).filter((start) => {
      const wall = start + offsetAt(start, input.timeZone);
      return !seen.has(wall) && seen.add(wall);
    });
  },
  "ends every session at midnight": (input) =>
    openSlots(input).filter((start) => {
      const end = start + input.session.minutes * MINUTE - 1;
      return dateAt(start, input.timeZone) === dateAt(end, input.timeZone);
    }),
  "closes no date": (input) =>
    openSlots({ ...input, dateOverrides: input.dateOverrides.filter(({ hours }) => hours.length > 0) }),
  "forgets the time to get ready": (input) =>
    openSlots({ ...input, session: { ...input.session, before: 0 } }),
  "forgets the time to rest": (input) => openSlots({ ...input, session: { ...input.session, after: 0 } }),
  "keeps clear of what only touches": (input) =>
    openSlots({ ...input, busy: input.busy.map(({ start, end }) => ({ start, end: end + 1 })) }),
  "begins up to a minute too early": (input) =>
    openSlots({
      ...input,
      window: { ...input.window, from: Math.floor(input.window.from / MINUTE) * MINUTE },
    }),
  "ends up to a minute too late": (input) =>
    openSlots({ ...input, window: { ...input.window, until: input.window.until + MINUTE } }),
};

describe("the reading minute by minute catches an engine that", () => {
  const inputs = fc.sample(coachesDays, { numRuns: 500, seed: 2027 });

  it.each(Object.entries(wrongEngines))("%s", (_, engine) => {
    const caught = inputs.find((input) => !isDeepStrictEqual(engine(input), slotsMinuteByMinute(input)));
    expect(caught).toBeDefined();
  });
});

function offsetAt(instant: number, timeZone: string): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone);
  return zoned.offsetNanoseconds / 1_000_000;
}

function dateAt(instant: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}
