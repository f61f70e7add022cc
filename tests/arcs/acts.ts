import fc from "fast-check";
import { askForArc } from "#lib/arcs/commands/ask-for-arc.ts";
import { planMove } from "#lib/arcs/plan-move.ts";
import type { OtherStep } from "#lib/arcs/rules.ts";
import { confirmRequest, declineRequest } from "#lib/bookings/commands/answer-request.ts";
import { bookSlot } from "#lib/bookings/commands/book-slot.ts";
import { cancelBooking } from "#lib/bookings/commands/cancel-booking.ts";
import { expireRequests } from "#lib/bookings/commands/expire-requests.ts";
import { moveBooking } from "#lib/bookings/commands/move-booking.ts";
import { aWish, best, day, everyStep, hour, type Practice, theDay, zone } from "#tests/arcs/a-practice.ts";
import type { Client } from "#tests/support/people.ts";
import type { Row } from "./faults.ts";

/** What people do, one after another. Numbers choose among what is there. */
export type Act =
  | { do: "ask"; who: number; days: number; hours: number; steps: OtherStep[]; off: number }
  | { do: "book"; who: number; near: number; hours: number }
  | { do: "move_day"; which: number; days: number; hours: number; how: "planned" | "alone" | "without_last" }
  | { do: "move_one"; which: number; days: number; hours: number }
  | { do: "cancel"; which: number; byCoach: boolean }
  | { do: "confirm"; which: number }
  | { do: "decline"; which: number }
  | { do: "wait"; hours: number };

const which = fc.nat({ max: 30 });
const hours = fc.integer({ min: -3, max: 3 });

export const someActs: fc.Arbitrary<Act[]> = fc
  .tuple(
    anAsk(),
    fc.array(
      fc.oneof(
        { weight: 3, arbitrary: anAsk() },
        { weight: 4, arbitrary: fc.record({ do: fc.constant("confirm" as const), which }) },
        { weight: 1, arbitrary: fc.record({ do: fc.constant("decline" as const), which }) },
        {
          weight: 2,
          arbitrary: fc.record({ do: fc.constant("book" as const), who: which, near: which, hours }),
        },
        {
          weight: 6,
          arbitrary: fc.record({
            do: fc.constant("move_day" as const),
            which,
            days: fc.integer({ min: -12, max: 30 }),
            hours,
            how: fc.constantFrom(
              "planned" as const,
              "planned" as const,
              "alone" as const,
              "without_last" as const,
            ),
          }),
        },
        {
          weight: 3,
          arbitrary: fc.record({
            do: fc.constant("move_one" as const),
            which,
            days: fc.integer({ min: -4, max: 4 }),
            hours,
          }),
        },
        {
          weight: 2,
          arbitrary: fc.record({ do: fc.constant("cancel" as const), which, byCoach: fc.boolean() }),
        },
        {
          weight: 1,
          arbitrary: fc.record({
            do: fc.constant("wait" as const),
            hours: fc.constantFrom(5, 24, 24 * 9, 24 * 40),
          }),
        },
      ),
      { minLength: 6, maxLength: 14 },
    ),
  )
  .map(([first, rest]) => [first, ...rest]);

function anAsk() {
  return fc.record({
    do: fc.constant("ask" as const),
    who: which,
    days: fc.integer({ min: -8, max: 20 }),
    hours,
    steps: fc.subarray(everyStep),
    off: fc.constantFrom(0, 0, 0, 1, 4),
  });
}

export type World = Practice & { people: Client[]; now: number };

/**
 * Does it; throws what it is refused with. Gives how each booking should stand after it that it changed, or undefined
 * where there is nothing to do it to.
 */
export async function perform(act: Act, world: World, rows: readonly Row[]): Promise<Expected | undefined> {
  const { coach, now } = world;
  const person = (index: number) => world.people[index % world.people.length] as Client;
  const clientOf = (row: Row) => world.people.find(({ id }) => id === row.clientId) as Client;
  const choose = (index: number, from: readonly Row[]) => from[index % Math.max(1, from.length)];
  if (act.do === "ask") {
    const shift = act.days * day + act.hours * hour;
    const times = Object.fromEntries(act.steps.map((step) => [step, best[step] + shift + act.off * day]));
    const wish = aWish(world, act.steps, { ...times, guidance: theDay + shift });
    await askForArc(person(act.who), wish, undefined, now);
    return {
      made: [wish.start, ...wish.steps.map(({ start }) => start)].map((start) => ["requested", start]),
    };
  }
  if (act.do === "book") {
    const start = (choose(act.near, rows)?.during.start ?? theDay) + act.hours * hour;
    await bookSlot(person(act.who), { typeId: world.integration, start, zone }, undefined, now);
    return { made: [["confirmed", start]] };
  }
  if (act.do === "wait") {
    world.now += act.hours * hour;
    await expireRequests(world.now);
    const over = rows.filter((row) =>
      arcOf(row, rows).some(({ status, during }) => status === "requested" && during.start <= world.now),
    );
    return { changed: over.map(({ id }) => [id, "expired"]) };
  }
  if (act.do === "confirm" || act.do === "decline") {
    const row = choose(
      act.which,
      rows.filter(({ status }) => status === "requested"),
    );
    if (!row) return undefined;
    if (act.do === "confirm") await confirmRequest(coach, row.id, now, "We talked.");
    else await declineRequest(coach, row.id, "Not this time.", now);
    const status = act.do === "confirm" ? "confirmed" : "declined";
    return { changed: arcOf(row, rows).map(({ id }) => [id, status]) };
  }
  if (act.do === "cancel") {
    const row = choose(act.which, rows);
    if (!row) return undefined;
    await cancelBooking(act.byCoach ? coach : clientOf(row), row.id, now);
    return { changed: goingWith(row, rows, now).map(({ id }) => [id, "cancelled"]) };
  }
  if (act.do === "move_one") {
    const row = choose(
      act.which,
      rows.filter(({ step }) => step !== "guidance"),
    );
    if (!row) return undefined;
    const start = row.during.start + act.days * day + act.hours * hour;
    await moveBooking(clientOf(row), row.id, { start, zone }, now);
    return { changed: [[row.id, row.status, start]] };
  }
  const row = choose(
    act.which,
    rows.filter(({ step, status }) => step === "guidance" && status === "confirmed"),
  );
  if (!row) return undefined;
  const start = row.during.start + act.days * day + act.hours * hour;
  const others = await othersOf(act.how, clientOf(row), row, start, now);
  await moveBooking(clientOf(row), row.id, { start, zone, others }, now);
  return {
    changed: [
      [row.id, "confirmed", start],
      ...others.map(
        ({ bookingId, start: to }): Changed =>
          to === null ? [bookingId, "cancelled"] : [bookingId, "confirmed", to],
      ),
    ],
  };
}

type Changed = [id: string, status: string, start?: number];
export type Expected = { made?: [status: string, start: number][]; changed?: Changed[] };

const arcOf = (row: Row, rows: readonly Row[]) =>
  row.arcId ? rows.filter(({ arcId }) => arcId === row.arcId) : [row];

function goingWith(row: Row, rows: readonly Row[], now: number): Row[] {
  if (row.status === "requested") return arcOf(row, rows);
  if (row.step !== "guidance" || row.status === "cancelled") return [row];
  const after = arcOf(row, rows).filter(
    ({ step, status, during }) => step?.startsWith("after") && status === "confirmed" && during.start > now,
  );
  return [row, ...after];
}

async function othersOf(how: string, client: Client, row: Row, start: number, now: number) {
  if (how === "alone") return [];
  const { others } = await planMove(client, row.id, { start, zone }, now);
  const moves = others
    .filter(({ fate }) => fate !== "stays")
    .map(({ bookingId, start: to }) => ({ bookingId, start: to === null ? null : Date.parse(to) }));
  const last = moves.at(-1);
  if (how === "without_last" && last) last.start = null;
  return moves;
}
