import { and, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "#db/client.ts";
import { bookingAttendees, bookings, sessionTypes, users } from "#db/schema/index.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import {
  type AskedSet,
  checkInOn,
  dayOfNextCheckIn,
  setBefore,
  setOnGuidanceDay,
} from "#lib/questions/queries.ts";
import { NotFound } from "#lib/refusal.ts";
import type { About } from "./about.ts";
import { timeToAnswer } from "./times.ts";

/** The session beside which something is asked. Instants in epoch milliseconds. */
export type AskedSession = {
  bookingId: string;
  during: { start: number; end: number };
  status: (typeof bookings.$inferSelect)["status"];
  kind: (typeof sessionTypes.$inferSelect)["kind"];
  typeId: string;
  journeyId: string | null;
  coachId: string;
  coachName: string;
  /** The client's own. */
  zone: string;
};

/** When it can be answered, and whether it can now. */
export type Time = { from: number; until: number; isOpen: boolean };

const coach = alias(users, "coach");

/** A session that this client comes to. Throws NotFound for any other. */
export async function findSession(tx: Tx, client: ClientViewer, bookingId: string): Promise<AskedSession> {
  const [session] = await tx
    .select({
      bookingId: bookings.id,
      during: bookings.during,
      status: bookings.status,
      kind: sessionTypes.kind,
      typeId: bookings.typeId,
      journeyId: bookings.journeyId,
      coachId: bookings.coachId,
      coachName: coach.displayName,
      zone: users.zone,
    })
    .from(bookings)
    .innerJoin(bookingAttendees, eq(bookingAttendees.bookingId, bookings.id))
    .innerJoin(users, eq(users.id, bookingAttendees.clientId))
    .innerJoin(sessionTypes, eq(sessionTypes.id, bookings.typeId))
    .innerJoin(coach, eq(coach.id, bookings.coachId))
    .where(and(eq(bookings.id, bookingId), eq(bookingAttendees.clientId, client.id)));
  if (!session) throw new NotFound();
  return session;
}

/** What is asked beside it now, in its newest version, and when. Without a set nothing is asked any more. */
export async function findQuestions(
  tx: Tx,
  about: About,
  session: AskedSession,
  now: number,
): Promise<Time & { set: AskedSet | undefined }> {
  const set = isAskedBeside(about, session) ? await setFor(tx, about, session) : undefined;
  const nextDay = about.kind === "check_in" ? await dayOfNextCheckIn(tx, about.day) : undefined;
  const { from, until } = timeToAnswer(about, session.during, session.zone, nextDay);
  const isTime = from <= now && now < until;
  return { set, from, until, isOpen: isTime && set !== undefined && stands(about, session, now) };
}

const isAskedBeside = ({ kind }: About, session: AskedSession) =>
  kind === "session" || session.kind === "guidance";

function setFor(tx: Tx, { kind, day }: About, { typeId }: AskedSession): Promise<AskedSet | undefined> {
  if (kind === "check_in") return checkInOn(tx, day);
  return kind === "guidance_day" ? setOnGuidanceDay(tx) : setBefore(tx, typeId);
}

/** After guidance that was not held nobody is asked how they are since. */
function stands({ kind }: About, { status, during }: AskedSession, now: number): boolean {
  if (status === "completed") return true;
  return status === "confirmed" && (kind !== "check_in" || during.end <= now);
}
