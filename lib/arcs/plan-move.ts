import { and, eq } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { bookings } from "#db/schema/index.ts";
import { findClient } from "#lib/arcs/clients.ts";
import { bookTimeOf, proposeTimes } from "#lib/arcs/propose.ts";
import { fits, following, type OtherStep, type Window } from "#lib/arcs/rules.ts";
import { type ArcSession, isLive, selectSessions } from "#lib/arcs/sessions.ts";
import { windowAround } from "#lib/arcs/window-in-arc.ts";
import { placeSentence } from "#lib/arcs/words.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { scheduleOf } from "#lib/bookings/commands/schedule-of.ts";
import { demandZone, takenRefusal } from "#lib/bookings/commands/taken.ts";
import { freeStarts } from "#lib/bookings/free-times.ts";
import { visibleTo } from "#lib/bookings/policy.ts";
import { occupiedBy } from "#lib/bookings/rules.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";

type Stretch = { start: number; end: number };
type Wanted = { start: number; zone: string };
/** A coach may pass over the own rules with the day itself, so these are not asked. */
type Asked = Wanted & { isCoach: boolean };

/**
 * What moving a session to `start` means for those that belong with it. Another than a day of guidance moves alone;
 * then `window` says between which starts, where it belongs to an arc.
 */
export async function planMove(
  viewer: Viewer,
  bookingId: string,
  { start, zone }: { start: number; zone?: string | undefined },
  now: number,
) {
  if (zone) demandZone(zone);
  return asViewer(viewer, async (tx) => {
    const [booking] = await tx
      .select({
        arcId: bookings.arcId,
        status: bookings.status,
        step: bookings.arcStep,
        during: bookings.during,
        bookedZone: bookings.bookedZone,
      })
      .from(bookings)
      .where(and(eq(bookings.id, bookingId), visibleTo(viewer)));
    if (!booking) throw new NotFound();
    const { arcId, step, during } = booking;
    const end = start + during.end - during.start;
    const moved = { bookingId, start: iso(start), end: iso(end), was: iso(during.start) };
    if (!arcId || !step) return { ...moved, window: null, others: [] };
    if (booking.status === "requested") throw askedTogether();
    const sessions = await selectSessions(tx, arcId);
    if (step !== "guidance") {
      const window = windowAround(sessions, step, during);
      return { ...moved, window: window ? spanView(window) : null, others: [] };
    }
    const asked = { start, zone: zone ?? booking.bookedZone, isCoach: viewer.role === "coach" };
    return { ...moved, window: null, others: await planOthers(tx, sessions, asked, now) };
  });
}
export type MovePlan = Awaited<ReturnType<typeof planMove>>;

/** Where each session goes that has not begun, when the day of guidance moves: it stays, it moves, or it is let go. */
export async function planOthers(
  tx: Tx,
  sessions: readonly ArcSession[],
  { start, zone, isCoach }: Asked,
  now: number,
) {
  const day = sessions.find((session) => session.step === "guidance" && isLive(session));
  if (!day) return [];
  const schedule = await scheduleOf(tx, day);
  const { during: newDay } = occupiedBy(schedule.type, start);
  demandPast(sessions, newDay, now);
  const others = sessions.filter((session) => isMovable(session, now));
  const stays = (session: ArcSession) => fits(stepOf(session), session.during, newDay, day.coachZone);
  const moving = [day, ...others.filter((session) => !stays(session))].map(({ id }) => id);
  if (!isCoach && start !== day.during.start) {
    const free = await freeStarts(tx, schedule, { start, end: start + 1 }, now, { except: moving });
    if (!free.includes(start)) throw await takenRefusal(tx, schedule, { start, zone }, now);
  }
  const wishes = [];
  for (const session of others)
    wishes.push({
      step: stepOf(session),
      schedule: await scheduleOf(tx, session),
      goal: following(session.during.start, day.during, newDay, day.coachZone),
      ...(stays(session) && { fixed: session.during.start }),
    });
  const around = {
    guidance: newDay,
    clientId: await findClient(tx, day.id),
    except: [day, ...others].map(({ id }) => id),
    also: [bookTimeOf(schedule, start)],
  };
  const proposals = await proposeTimes(tx, wishes, around, now);
  return others.flatMap((session) => {
    const proposal = proposals.find(({ step }) => step === session.step);
    if (!proposal) return [];
    const { suggested, times, window } = proposal;
    const moves = suggested === undefined ? ("let_go" as const) : ("moves" as const);
    return [
      {
        bookingId: session.id,
        step: stepOf(session),
        name: session.typeName,
        minutes: (session.during.end - session.during.start) / 60_000,
        was: iso(session.during.start),
        fate: stays(session) ? ("stays" as const) : moves,
        start: suggested === undefined ? null : iso(suggested),
        ...spanView(window),
        times: times.map(iso),
      },
    ];
  });
}
export type OtherPlan = Awaited<ReturnType<typeof planOthers>>[number];

/** What has begun or taken place stays where it is, so the day cannot go too far from it. */
export function demandPast(sessions: readonly ArcSession[], newDay: Stretch, now: number): void {
  for (const session of sessions) {
    if (session.step === "guidance" || !isLive(session) || isMovable(session, now)) continue;
    if (!fits(session.step, session.during, newDay, session.coachZone))
      throw new Refusal(
        "One of your sessions has taken place already, and that day is too near to it or too far from it. Please choose another day.",
        { code: "out_of_place", field: "start" },
      );
  }
}

/** Whether it follows when the day of guidance moves. */
export function isMovable({ step, status, during }: ArcSession, now: number): boolean {
  return step !== "guidance" && (status === "confirmed" || status === "requested") && during.start > now;
}

/** Refuses a time for one session of an arc that is out of its order or distance. */
export function demandPlace(sessions: readonly ArcSession[], session: ArcSession, to: Stretch): void {
  const day = sessions.find((other) => other.step === "guidance" && isLive(other));
  const step = stepOf(session);
  if (day && !fits(step, to, day.during, day.coachZone))
    throw new Refusal(placeSentence(step), { code: "out_of_place", field: "start" });
}

export function askedTogether(): Refusal {
  return new Refusal(
    "These times were asked for together, so they are answered together. Until then none of them moves alone.",
    { code: "asked_together" },
  );
}

export function stepOf({ step }: ArcSession): OtherStep {
  if (step === "guidance") throw new Error("The day of guidance is not beside itself");
  return step;
}

const spanView = ({ from, until }: Window) => ({ from: iso(from), until: iso(until) });
const iso = (ms: number) => new Date(ms).toISOString();
