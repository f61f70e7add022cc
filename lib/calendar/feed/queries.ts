import { and, asc, eq, isNull, or, type SQL, sql } from "drizzle-orm";
import { asSystem, asViewer } from "#db/client.ts";
import { bookings, calendarFeeds, users } from "#db/schema/index.ts";
import { hashSecret } from "#lib/auth/one-way.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { meetingTitle } from "#lib/bookings/meeting-words.ts";
import { visibleTo } from "#lib/bookings/policy.ts";
import type { FeedEntry } from "#lib/calendar/feed/feed-text.ts";
import { addressOfToken, tokenPlace } from "#lib/calendar/feed/token.ts";
import { settings } from "#lib/running/settings.ts";
import { unseal } from "#lib/sealed/seal.ts";

const day = 86_400_000;

/** How far back and ahead the feed reaches, and how long what is off still stands in it as such. In days. */
export const feedReach = { back: 60, ahead: 400, off: 30 };

/** The address of this person's own calendar, and since when (epoch milliseconds). Undefined: there is none. */
export async function findCalendarAddress(viewer: Viewer) {
  return asViewer(viewer, async (tx) => {
    const [feed] = await tx
      .select({ token: calendarFeeds.token, createdAt: calendarFeeds.createdAt })
      .from(calendarFeeds)
      .where(eq(calendarFeeds.userId, viewer.id));
    if (!feed) return undefined;
    const token = unseal(settings().encryptionKeys, feed.token, tokenPlace(viewer.id)).toString();
    return { address: addressOfToken(token), since: feed.createdAt.getTime() };
  });
}

/** Whose calendar is read: never more than their own sessions, and nothing can be changed as them. */
export type FeedReader = { id: string; role: "client" | "coach" };

/** Who has this token, if they may still come in. A calendar program has no session, so this is all that is known. */
export async function findFeedReader(token: string): Promise<FeedReader | undefined> {
  const [found] = await asSystem("a calendar program reads a feed", (tx) =>
    tx
      .select({ id: users.id, role: users.role })
      .from(calendarFeeds)
      .innerJoin(users, eq(users.id, calendarFeeds.userId))
      .where(and(eq(calendarFeeds.tokenHash, hashSecret(token)), isNull(users.disabledAt))),
  );
  return found && { id: found.id, role: found.role === "client" ? "client" : "coach" };
}

/** The sessions of whoever has the feed, as a calendar may show them: oldest first, without a name or a kind. */
export async function listFeedEntries(reader: FeedReader, now: number): Promise<FeedEntry[]> {
  const coach = sql<string>`(select display_name from users where id = ${bookings.coachId})`;
  const rows = await asViewer(reader, (tx) =>
    tx
      .select({
        uid: bookings.icsUid,
        sequence: bookings.icsSequence,
        during: bookings.during,
        status: bookings.status,
        createdAt: bookings.createdAt,
        movedAt: bookings.movedAt,
        markedAt: bookings.markedAt,
        cancelledAt: bookings.cancelledAt,
        declinedAt: bookings.declinedAt,
        coachName: coach,
      })
      .from(bookings)
      .where(and(visibleTo(reader), isInReach(now), isShown(now)))
      .orderBy(asc(sql`lower(${bookings.during})`), asc(bookings.id)),
  );
  return rows.map(({ uid, sequence, during, status, coachName, createdAt, ...changes }) => ({
    uid,
    sequence,
    ...during,
    title: reader.role === "coach" ? "Meeting" : meetingTitle(coachName),
    status: statusOf(status),
    changedAt: Math.max(createdAt.getTime(), ...Object.values(changes).map((at) => at ?? 0)),
  }));
}

function statusOf(status: string): FeedEntry["status"] {
  if (status === "cancelled" || status === "declined") return "off";
  return status === "requested" ? "asked" : "certain";
}

function isInReach(now: number): SQL {
  const start = sql`lower(${bookings.during})`;
  return sql`${start} >= ${iso(now - feedReach.back * day)} and ${start} < ${iso(now + feedReach.ahead * day)}`;
}

function isShown(now: number): SQL | undefined {
  const since = iso(now - feedReach.off * day);
  return or(
    sql`${bookings.status} in ('requested', 'confirmed', 'completed', 'no_show')`,
    sql`${bookings.status} = 'cancelled' and ${bookings.cancelledAt} > ${since}`,
    sql`${bookings.status} = 'declined' and ${bookings.declinedAt} > ${since}`,
  );
}

const iso = (ms: number) => new Date(ms).toISOString();
