import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { bookingAttendees, bookings, sessionTypes } from "#db/schema/index.ts";
import { fits } from "#lib/arcs/rules.ts";
import { isAllAgreed, readAgreements, type TopicStanding } from "#lib/consent/standing.ts";
import { findHold, type Hold } from "#lib/flags/hold.ts";
import { readPlanStanding } from "#lib/safety-plan/standing.ts";
import { readScreening, type ScreeningStanding } from "#lib/screening/standing.ts";

type Stretch = { start: number; end: number };

/** `who` acts next. `latest` is the preparation that counts, epoch ms, where there is one. */
export type Condition =
  | { key: "preparation"; state: State; who: Who; latest: Stretch | null }
  | { key: "spacing"; state: State; who: Who; latest: Stretch | null }
  | { key: "flags"; state: State; who: Who; hold: Hold | undefined }
  | { key: "screening"; state: State; who: Who; standing: ScreeningStanding["state"] }
  | { key: "consent"; state: State; who: Who; left: number; isAskedAgain: boolean }
  | { key: "plan_for_the_day"; state: State; who: Who; isBegun: boolean };
type State = "met" | "planned" | "open";
type Who = "client" | "coach" | "both";

type Question = {
  clientId: string;
  coachId: string;
  guidanceStart: number;
  /** The arc that the day belongs to: what is asked for with it is confirmed with it. */
  arcId?: string;
};

/** Everything that a day of guidance waits for, and how each stands at `now`. For a transaction of one of the two. */
export async function readGate(tx: Tx, question: Question, now: number): Promise<Condition[]> {
  const { clientId, coachId, guidanceStart } = question;
  const two = { clientId, coachId };
  const preparations = await readPreparations(tx, question);
  // One after the other: some are steps of the portal's own, with rights that the others must not have.
  const beside: Beside = {
    hold: await findHold(tx, two),
    screening: (await readScreening(tx, two, now)).state,
    agreements: await readAgreements(tx, two),
    plan: await readPlanStanding(tx, two),
  };
  return conditionsOf(preparations, guidanceStart, now, beside);
}

/** The same where only times change: what waits for a talk stands the same before and after. */
export async function readGateOfTimes(tx: Tx, question: Question, now: number): Promise<Condition[]> {
  return conditionsOf(await readPreparations(tx, question), question.guidanceStart, now);
}

/** What stands between the two beside their sessions. Nothing said is nothing done yet. */
type Beside = {
  hold?: Hold | undefined;
  screening?: ScreeningStanding["state"];
  agreements?: readonly Pick<TopicStanding, "topic" | "state">[];
  plan?: { isSorted: boolean; isBegun: boolean };
};

type Preparation = { during: Stretch; status: string };

/** The conditions, from the client's preparation sessions that count, in any order, and from what stands beside them. */
export function conditionsOf(
  preparations: readonly Preparation[],
  guidanceStart: number,
  now: number,
  { hold, screening = "not_started", agreements = [], plan }: Beside = {},
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
    {
      key: "screening",
      state: screening === "coach_ready_to_proceed" ? "met" : "open",
      who: screening === "not_started" || screening === "expired" ? "client" : "coach",
      standing: screening,
    },
    { key: "flags", state: hold ? "open" : "met", who: "coach", hold },
    {
      key: "consent",
      state: isAllAgreed(agreements) ? "met" : "open",
      who: "client",
      left: agreements.filter((one) => one.state !== "signed").length,
      isAskedAgain: agreements.some((one) => one.state === "changed"),
    },
    {
      key: "plan_for_the_day",
      state: plan?.isSorted ? "met" : "open",
      who: "client",
      isBegun: plan?.isBegun ?? false,
    },
  ];
}

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
