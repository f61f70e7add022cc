import type { Tx } from "#db/client.ts";
import { findClient } from "#lib/arcs/clients.ts";
import type { OtherMove } from "#lib/arcs/input.ts";
import { demandPast, isMovable, type OtherPlan, planOthers, stepOf } from "#lib/arcs/plan-move.ts";
import { bookTimeOf, isOwnTimeFree } from "#lib/arcs/propose.ts";
import { fits } from "#lib/arcs/rules.ts";
import { type ArcSession, isLive } from "#lib/arcs/sessions.ts";
import { placeSentence } from "#lib/arcs/words.ts";
import type { Schedule } from "#lib/availability/queries.ts";
import { clashRefusal } from "#lib/bookings/commands/attend.ts";
import { demandNamed } from "#lib/bookings/commands/despite-rules.ts";
import { scheduleOf } from "#lib/bookings/commands/schedule-of.ts";
import { takenRefusal } from "#lib/bookings/commands/taken.ts";
import { isFree } from "#lib/bookings/free-times.ts";
import { occupiedBy } from "#lib/bookings/rules.ts";
import type { Condition } from "#lib/guidance/gate.ts";
import { Refusal } from "#lib/refusal.ts";

type Stretch = { start: number; end: number };
export type Move = {
  session: ArcSession;
  schedule: Schedule;
  start: number;
  occupied: Stretch;
  to: ReturnType<typeof occupiedBy>;
};

/** Each of the others that is to move, with its time, or null to let it go. */
export function readWishes(sessions: readonly ArcSession[], others: readonly OtherMove[], now: number) {
  return others.map(({ bookingId, start }) => {
    const session = sessions.find(({ id }) => id === bookingId.toLowerCase());
    if (!session || !isMovable(session, now)) throw stale();
    return { session, start };
  });
}

export async function moveOf(tx: Tx, session: ArcSession, start: number): Promise<Move> {
  const schedule = await scheduleOf(tx, session);
  return { session, schedule, start, occupied: session.occupied, to: occupiedBy(schedule.type, start) };
}

/** Refuses times that are out of order, or too near or too far. */
export function demandOrder(
  sessions: readonly ArcSession[],
  gone: readonly ArcSession[],
  moves: readonly Move[],
  now: number,
): void {
  const newTime = (session: ArcSession) =>
    moves.find((move) => move.session.id === session.id)?.to.during ?? session.during;
  const day = sessions.find((session) => session.step === "guidance" && isLive(session));
  if (!day) return;
  demandPast(sessions, newTime(day), now);
  for (const session of sessions) {
    if (!isMovable(session, now) || gone.includes(session)) continue;
    const step = stepOf(session);
    if (!fits(step, newTime(session), newTime(day), day.coachZone))
      throw new Refusal(placeSentence(step), {
        code: "out_of_place",
        field: "others",
        status: 422,
        offer: { bookingId: session.id },
      });
  }
}

type Plan = {
  sessions: readonly ArcSession[];
  day: ArcSession;
  moves: readonly Move[];
  gone: readonly ArcSession[];
  start: number;
  zone: string;
  despite: string[] | undefined;
};

/** Refuses times that cannot all be had together, with fresh ones. Gives the own rules that a coach passes over with the day. */
export async function demandFree(
  tx: Tx,
  { sessions, day, moves, gone, zone, start, despite }: Plan,
  now: number,
): Promise<string[]> {
  const except = [...moves.map(({ session }) => session), ...gone].map(({ id }) => id);
  const clientId = await findClient(tx, day.id);
  let passed: string[] = [];
  for (const move of moves) {
    const { session, schedule } = move;
    const isDay = session.id === day.id;
    const wanted = { start: move.start, zone };
    if (isDay && despite) passed = await demandNamed(tx, schedule, { ...wanted, despite, except }, now);
    else {
      const also = moves
        .filter((other) => other !== move)
        .map((other) => bookTimeOf(other.schedule, other.start));
      const free = await isFree(tx, schedule, move.start, now, { except, also, anyHorizon: !isDay });
      if (!free && isDay) throw await takenRefusal(tx, schedule, wanted, now);
      if (!free) throw gonePlan(await planOthers(tx, sessions, { start, zone, isCoach: !!despite }, now));
    }
    if (!(await isOwnTimeFree(tx, clientId, move.to.during, except))) throw clashRefusal();
  }
  return passed;
}

function gonePlan(others: OtherPlan[]): Refusal {
  return new Refusal("One of these times has just gone. Nothing has been moved yet.", {
    code: "taken",
    status: 409,
    field: "others",
    offer: { others },
  });
}

/** What was open before, the coach has let pass; a move may not open anything anew. */
export function demandNoWorse(before: readonly Condition[], after: readonly Condition[]): void {
  const isOpen = (conditions: readonly Condition[], key: string) =>
    conditions.some((condition) => condition.key === key && condition.state === "open");
  for (const key of ["preparation", "spacing"])
    if (!isOpen(before, key) && isOpen(after, key))
      throw new Refusal(
        "Between the last preparation and this day there have to be a full day to 90 days. Please choose another time, or ask for a new one before it.",
        { code: "spacing", field: "start" },
      );
}

export function stale(): Refusal {
  return new Refusal(
    "Your sessions have changed since this page was opened. Please reload it and look once more.",
    {
      code: "stale",
    },
  );
}
