import { and, asc, eq, gt, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { bookingAttendees, bookingReasons, bookings, meetingLinks } from "#db/schema/index.ts";
import type { ClientViewer, CoachViewer, Viewer } from "#lib/auth/viewer.ts";
import { visibleTo } from "#lib/bookings/policy.ts";
import { joinOpens } from "#lib/bookings/rules.ts";
import { openAnswer, openReason } from "#lib/bookings/sealed-words.ts";

/** A time that the coach offers in place of the one asked for, kept until `until`. Epoch milliseconds. */
export type Proposal = { id: string; start: number; end: number; until: number };

/** What the coach answered to a request: the times proposed and still kept, and the sentence with them or with a no. */
export async function findAnswer(
  viewer: Viewer,
  bookingId: string,
  now: number,
): Promise<{ sentence: string | undefined; proposals: Proposal[] }> {
  return asViewer(viewer, async (tx) => {
    const [own] = await tx
      .select({ answer: bookings.answerSealed })
      .from(bookings)
      .where(and(eq(bookings.id, bookingId), visibleTo(viewer)));
    if (!own) return { sentence: undefined, proposals: [] };
    const kept = await tx
      .select({ id: bookings.id, during: bookings.during, until: bookings.holdExpires })
      .from(bookings)
      .where(
        and(eq(bookings.proposedFor, bookingId), eq(bookings.status, "held"), gt(bookings.holdExpires, now)),
      )
      .orderBy(asc(sql`lower(${bookings.during})`));
    return {
      sentence: own.answer ? openAnswer(bookingId, own.answer) : undefined,
      proposals: kept.map(({ id, during, until }) => ({ id, ...during, until: until ?? now })),
    };
  });
}

/** What a client is asked about a request: which of the offered times, or whether it suits them too. */
export type ToAnswer = "offers" | "agreement";

/** The client's requests that wait for their own word, by booking. */
export async function listToAnswer(client: ClientViewer, now: number): Promise<Map<string, ToAnswer>> {
  return asViewer(client, async (tx) => {
    const offered = await tx
      .selectDistinct({ id: bookings.proposedFor })
      .from(bookings)
      .where(
        and(
          isNotNull(bookings.proposedFor),
          eq(bookings.status, "held"),
          gt(bookings.holdExpires, now),
          inArray(bookings.proposedFor, ownIds(tx, client)),
        ),
      );
    const unsaid = await tx
      .select({ id: bookings.id })
      .from(bookings)
      .innerJoin(bookingAttendees, eq(bookingAttendees.bookingId, bookings.id))
      .where(
        and(
          eq(bookings.status, "requested"),
          eq(bookingAttendees.clientId, client.id),
          isNull(bookingAttendees.agreedAt),
        ),
      );
    return new Map<string, ToAnswer>([
      ...unsaid.map(({ id }) => [id, "agreement"] as const),
      ...offered.flatMap(({ id }) => (id ? [[id, "offers"] as const] : [])),
    ]);
  });
}

function ownIds(tx: Tx, client: ClientViewer) {
  return tx
    .select({ id: bookingAttendees.bookingId })
    .from(bookingAttendees)
    .where(eq(bookingAttendees.clientId, client.id));
}

type Meeting = { id: string; typeId: string; status: string; during: { start: number; end: number } };

/** Where to meet by video: only from an hour before until the end, and only of what is confirmed. */
export async function findJoinLink(
  viewer: Viewer,
  { typeId, status, during }: Meeting,
  now: number,
): Promise<string | undefined> {
  if (status !== "confirmed" || now < joinOpens(during.start) || now >= during.end) return undefined;
  return asViewer(viewer, async (tx) => {
    const [found] = await tx
      .select({ link: meetingLinks.link })
      .from(meetingLinks)
      .where(eq(meetingLinks.typeId, typeId));
    return found?.link;
  });
}

/** Whether there is a link to meet at, without the link. */
export async function hasJoinLink(viewer: Viewer, typeId: string): Promise<boolean> {
  return asViewer(viewer, async (tx) => (await tx.$count(meetingLinks, eq(meetingLinks.typeId, typeId))) > 0);
}

/** Why the coach did something beyond the own rules, oldest first. For the coach alone. */
export async function listReasons(coach: CoachViewer, bookingId: string) {
  return asViewer(coach, async (tx) => {
    const rows = await tx
      .select({
        id: bookingReasons.id,
        act: bookingReasons.act,
        reason: bookingReasons.reason,
        at: bookingReasons.createdAt,
      })
      .from(bookingReasons)
      .where(and(eq(bookingReasons.bookingId, bookingId), eq(bookingReasons.coachId, coach.id)))
      .orderBy(asc(bookingReasons.createdAt));
    return rows.map(({ id, act, reason, at }) => ({
      id,
      act,
      at: at.getTime(),
      words: openReason(id, reason),
    }));
  });
}
