import type { Tx } from "#db/client.ts";
import { findClient } from "#lib/arcs/clients.ts";
import {
  demandFree,
  demandNoWorse,
  demandOrder,
  type Move,
  moveOf,
  readWishes,
  stale,
} from "#lib/arcs/demand-move.ts";
import type { OtherMove } from "#lib/arcs/input.ts";
import { arcMoved } from "#lib/arcs/letters/changed.ts";
import { orderOfMoves } from "#lib/arcs/order-of-moves.ts";
import { askedTogether, demandPlace } from "#lib/arcs/plan-move.ts";
import type { Step } from "#lib/arcs/rules.ts";
import { isLive, lockSessions, selectSessions } from "#lib/arcs/sessions.ts";
import { note } from "#lib/audit/audit.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { makeRoom } from "#lib/bookings/commands/make-room.ts";
import { markCancelled } from "#lib/bookings/commands/mark-cancelled.ts";
import { shiftBooking } from "#lib/bookings/commands/shift-booking.ts";
import { takenRefusal } from "#lib/bookings/commands/taken.ts";
import { readGateOfTimes } from "#lib/guidance/gate.ts";

type Stretch = { start: number; end: number };
type Booked = { id: string; arcId: string; arcStep: Step | null; status: string; during: Stretch };

export type ArcWish = {
  start: number;
  zone: string;
  others: OtherMove[];
  mail: boolean;
  /** From a coach: the own rules that the day itself may pass over. */
  despite?: string[];
};

/**
 * Moves a session of an arc as far as its arc is concerned: with the day of guidance all that goes with it, and then
 * true. Any other session is only asked whether it keeps its place; it then moves alone. Whoever calls has taken the
 * coach's turn.
 */
export async function moveInArc(
  tx: Tx,
  viewer: Viewer,
  { id, arcId, arcStep, status, during }: Booked,
  wish: ArcWish,
  now: number,
): Promise<boolean> {
  if (status === "requested") throw askedTogether();
  if (arcStep === "guidance") {
    await moveArc(tx, viewer, arcId, wish, now);
    return true;
  }
  const sessions = await selectSessions(tx, arcId);
  const session = sessions.find((one) => one.id === id);
  const to = { start: wish.start, end: wish.start + during.end - during.start };
  if (session) demandPlace(sessions, session, to);
  return false;
}

/** All in one transaction, or nothing. Whoever is not among the others stays. Whoever calls has taken the coach's turn. */
export async function moveArc(
  tx: Tx,
  viewer: Viewer,
  arcId: string,
  { start, zone, others, mail, despite }: ArcWish,
  now: number,
): Promise<void> {
  const sessions = await lockSessions(tx, arcId);
  const day = sessions.find((session) => session.step === "guidance" && isLive(session));
  if (!day) throw stale();
  const wishes = readWishes(sessions, others, now);
  const gone = wishes.filter((wish) => wish.start === null).map(({ session }) => session);
  const moves: Move[] = [];
  for (const wish of [{ session: day, start }, ...wishes])
    if (wish.start !== null && wish.start !== wish.session.during.start)
      moves.push(await moveOf(tx, wish.session, wish.start));
  demandOrder(sessions, gone, moves, now);
  const outsideRules = await demandFree(tx, { sessions, day, moves, gone, zone, start, despite }, now);
  const question = { clientId: await findClient(tx, day.id), coachId: day.coachId, arcId };
  const before = await readGateOfTimes(tx, { ...question, guidanceStart: day.during.start }, now);
  for (const { id } of gone) await markCancelled(tx, viewer, id, now);
  for (const { session, to, schedule } of orderOfMoves(moves)) {
    const isNamed = despite !== undefined && session.id === day.id;
    const room = isNamed ? { ...to, occupied: await makeRoom(tx, schedule, start, day.id) } : to;
    if (!(await shiftBooking(tx, session, room, now, isNamed ? { outsideRules } : {})))
      throw await takenRefusal(tx, schedule, { start: to.during.start, zone }, now);
    const times = { from: session.during.start, start: to.during.start };
    await note(tx, viewer, "booking.moved", { type: "booking", id: session.id }, times);
  }
  demandNoWorse(before, await readGateOfTimes(tx, { ...question, guidanceStart: start }, now));
  if (!mail || (moves.length === 0 && gone.length === 0)) return;
  const told = { moved: moves.map(({ session }) => session.id), went: gone.map(({ id }) => id) };
  await arcMoved(tx, arcId, told, viewer, now);
}
