import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { bookingAttendees, bookings, sessionTypes } from "#db/schema/index.ts";
import { fits } from "#lib/arcs/rules.ts";
import { findHold, type Hold } from "#lib/flags/hold.ts";

type Stretch = { start: number; end: number };

/** `who` acts next. `latest` is the preparation that counts, epoch ms, where there is one. */
export type Condition =
  | { key: "preparation"; state: State; who: Who; latest: Stretch | null }
  | { key: "spacing"; state: State; who: Who; latest: Stretch | null }
  | { key: "flags"; state: State; who: Who; hold: Hold | undefined }
  | { key: "screening" | "consent" | "plan_for_the_day"; state: State; who: Who };
type State = "met" | "planned" | "open";
type Who = "client" | "coach" | "both";

type Question = {
  clientId: string;
  coachId: string;
  guidanceStart: number;
  /** The arc that the day belongs to: what is asked for with it is confirmed with it. */
  arcId?: string;
};

/**
 * Everything that a day of guidance waits for, and how each stands at `now`. Other parts of the portal fill in the
 * conditions that it does not keep yet.
 */
export async function readGate(tx: Tx, question: Question, now: number): Promise<Condition[]> {
  const hold = await findHold(tx, question);
  return conditionsOf(await readPreparations(tx, question), question.guidanceStart, now, hold);
}

/** The same where only times change: what waits for a talk stands the same before and after. */
export async function readGateOfTimes(tx: Tx, question: Question, now: number): Promise<Condition[]> {
  return conditionsOf(await readPreparations(tx, question), question.guidanceStart, now);
}

type Preparation = { during: Stretch; status: string };

/**
 * The conditions, from the client's preparation sessions that count, in any order, and from what waits for a talk
 * first.
 */
export function conditionsOf(
  preparations: readonly Preparation[],
  guidanceStart: number,
  now: number,
  hold?: Hold,
): Condition[] {
  const before = preparations
    .filter(({ during }) => during.end <= guidanceStart)
    .sort((a, b) => a.during.end - b.during.end);
  const isHeld = ({ status, during }: Preparation) => status === "completed" || during.end <= now;
  const latest = before.at(-1);
  const held = before.findLast(isHeld);
  const state = held ? "met" : latest ? "planned" : "open";
  const isNear = latest !== undefined && keepsDistance(latest.during, guidanceStart);
  const spacing = !(latest && isNear) ? "open" : isHeld(latest) ? "met" : "planned";
  return [
    { key: "preparation", state, who: actsNext(state), latest: (held ?? latest)?.during ?? null },
    { key: "spacing", state: spacing, who: actsNext(spacing), latest: latest?.during ?? null },
    notKept("screening"),
    { key: "flags", state: hold ? "open" : "met", who: "coach", hold },
    notKept("consent"),
    notKept("plan_for_the_day"),
  ];
}

const notKept = (key: "screening" | "consent" | "plan_for_the_day") =>
  ({ key, state: "open", who: "coach" }) as const;

/** What waits for a talk first, and holds the day until the coach wrote of it. */
export function holdIn(conditions: readonly Condition[]): Hold | undefined {
  return conditions.find((one) => one.key === "flags")?.hold;
}

/** Whether the coach may confirm without a written reason. */
export function mayConfirm(conditions: readonly Condition[]): boolean {
  return conditions.every(({ state }) => state !== "open");
}

/** Whether a preparation should be offered with the day: none is held or planned at the right distance. */
export function wantsPreparation(conditions: readonly Condition[]): boolean {
  return conditions.some(({ key, state }) => key === "spacing" && state === "open");
}

// Both meet for what is planned; what is missing the client can choose a time for.
const actsNext = (state: State): Who => (state === "open" ? "client" : "both");

const keepsDistance = (preparation: Stretch, guidanceStart: number) =>
  fits("preparation", preparation, { start: guidanceStart, end: guidanceStart }, "UTC");

async function readPreparations(
  tx: Tx,
  { clientId, coachId, guidanceStart, arcId }: Question,
): Promise<Preparation[]> {
  const isConfirmed = inArray(bookings.status, ["confirmed", "completed"]);
  const isOfArc = arcId && and(eq(bookings.arcId, arcId), eq(bookings.status, "requested"));
  return tx
    .select({ during: bookings.during, status: bookings.status })
    .from(bookings)
    .innerJoin(sessionTypes, eq(sessionTypes.id, bookings.typeId))
    .innerJoin(bookingAttendees, eq(bookingAttendees.bookingId, bookings.id))
    .where(
      and(
        eq(bookings.coachId, coachId),
        eq(bookingAttendees.clientId, clientId),
        eq(sessionTypes.kind, "preparation"),
        sql`upper(${bookings.during}) <= ${new Date(guidanceStart).toISOString()}`,
        isOfArc ? sql`(${isConfirmed} or ${isOfArc})` : isConfirmed,
      ),
    )
    .orderBy(desc(sql`upper(${bookings.during})`))
    .limit(50);
}
