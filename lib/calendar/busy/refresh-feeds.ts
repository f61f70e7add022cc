import { and, asc, eq, gt, isNull, lte, or, sql } from "drizzle-orm";
import { asSystem } from "#db/client.ts";
import { bookings, busyFeeds, busyTimes, coaches } from "#db/schema/index.ts";
import { calendarUnread } from "#lib/calendar/letters.ts";
import { errorFields, log } from "#lib/log.ts";
import { settings } from "#lib/running/settings.ts";
import { unseal } from "#lib/sealed/seal.ts";
import { dateIn } from "#lib/time/words.ts";
import { fetchFeed, openInternet, type Reach, type Validators } from "./fetch-feed.ts";
import { FeedProblem, isPassing, type Problem } from "./problems.ts";
import type { Busy } from "./read-calendar.ts";
import { readInWorker } from "./read-in-worker.ts";
import { addressPlace } from "./sealed-places.ts";

const minute = 60_000;
const between = 15 * minute;
// Longer than any look takes, so that only one whose process has died is begun anew.
const lease = minute / 2;
const patience = 5 * minute;
// What may pass by itself is given an hour before anybody is written to.
const grace = 60 * minute;

/** Reads each calendar whose turn has come. Any number of processes may do this at once. Gives how many were read. */
export async function refreshDueFeeds(reach?: Reach): Promise<number> {
  const began = Date.now();
  for (let count = 0; ; count += 1) {
    const feed = Date.now() - began < patience ? await claimFeed(Date.now()) : undefined;
    if (!feed) return count;
    await refreshFeed(feed, reach).catch((error: unknown) =>
      log.error("A calendar could not be looked at", errorFields(error)),
    );
  }
}

/** The feed that has waited longest, for the caller alone. It is claimed by the time of this look. */
export async function claimFeed(now: number) {
  return asSystem("a calendar's turn comes", async (tx) => {
    const [due] = await tx
      .select({ id: busyFeeds.id, checkedAt: busyFeeds.checkedAt })
      .from(busyFeeds)
      .where(
        or(
          isNull(busyFeeds.checkedAt),
          lte(busyFeeds.checkedAt, now - between),
          and(eq(busyFeeds.state, "new"), lte(busyFeeds.checkedAt, now - lease)),
        ),
      )
      .orderBy(sql`${busyFeeds.checkedAt} asc nulls first`, asc(busyFeeds.id))
      .limit(1)
      .for("update", { skipLocked: true });
    if (!due) return undefined;
    const [feed] = await tx
      .update(busyFeeds)
      .set({ checkedAt: now })
      .from(coaches)
      .where(and(eq(busyFeeds.id, due.id), eq(coaches.id, busyFeeds.coachId)))
      .returning({
        id: busyFeeds.id,
        coachId: busyFeeds.coachId,
        url: busyFeeds.url,
        state: busyFeeds.state,
        etag: busyFeeds.etag,
        lastModified: busyFeeds.lastModified,
        zone: coaches.zone,
      });
    return feed && { ...feed, lookedBefore: due.checkedAt, now };
  });
}
export type ClaimedFeed = NonNullable<Awaited<ReturnType<typeof claimFeed>>>;

/** Looks at one calendar and keeps what it says, or what is wrong with it and the busy times from before. */
export async function refreshFeed(feed: ClaimedFeed, reach: Reach = openInternet): Promise<void> {
  const address = unseal(settings().encryptionKeys, feed.url, addressPlace(feed.id)).toString();
  try {
    const fetched = await fetchFeed(address, validatorsOf(feed), reach);
    if (!fetched) return await keepAsItIs(feed);
    const own = await listOwnEntries(feed);
    await keep(feed, await readInWorker(fetched.text, { ...feed, own }), fetched);
  } catch (error) {
    if (!(error instanceof FeedProblem)) throw error;
    await breakOff(feed, error.problem);
  }
}

// The first look of a coach's day reads all of it: what repeats goes on for a day more than it did.
function validatorsOf({ state, lookedBefore, zone, now, etag, lastModified }: ClaimedFeed): Validators {
  const isSameDay = lookedBefore !== null && dateIn(lookedBefore, zone) === dateIn(now, zone);
  return state === "good" && isSameDay ? { etag, lastModified } : {};
}

// The coach's calendar holds our invitations too. A session that moves must not be in its own way.
async function listOwnEntries({ coachId, now }: ClaimedFeed): Promise<string[]> {
  const recent = new Date(now - 7 * 24 * 60 * minute).toISOString();
  const rows = await asSystem("the portal's own entries are told apart", (tx) =>
    tx
      .select({ uid: bookings.icsUid })
      .from(bookings)
      .where(and(eq(bookings.coachId, coachId), gt(sql`lower(${bookings.during})`, recent))),
  );
  return rows.map(({ uid }) => uid);
}

// Whoever changed the address meanwhile has taken the claim away, and what was found is of no use.
const isStillClaimed = ({ id, now }: ClaimedFeed) => and(eq(busyFeeds.id, id), eq(busyFeeds.checkedAt, now));
const wellRead = ({ now }: ClaimedFeed) =>
  ({ state: "good", problem: null, goodAt: now, toldAt: null }) as const;

async function keepAsItIs(feed: ClaimedFeed): Promise<void> {
  await asSystem("a calendar has not changed", (tx) =>
    tx.update(busyFeeds).set(wellRead(feed)).where(isStillClaimed(feed)),
  );
}

async function keep(feed: ClaimedFeed, busy: Busy[], { etag, lastModified }: Validators): Promise<void> {
  await asSystem("a calendar was read", async (tx) => {
    const kept = await tx
      .update(busyFeeds)
      .set({ ...wellRead(feed), etag, lastModified })
      .where(isStillClaimed(feed))
      .returning({ id: busyFeeds.id });
    if (kept.length === 0) return;
    await tx.delete(busyTimes).where(eq(busyTimes.feedId, feed.id));
    const spans = JSON.stringify(busy.map(({ start, end }) => [start / 1000, end / 1000]));
    await tx.execute(sql`insert into busy_times (feed_id, coach_id, during)
      select ${feed.id}, ${feed.coachId}, tstzrange(to_timestamp((span->>0)::float8), to_timestamp((span->>1)::float8))
      from jsonb_array_elements(${spans}::jsonb) as span`);
  });
}

async function breakOff(feed: ClaimedFeed, problem: Problem): Promise<void> {
  await asSystem("a calendar cannot be read", async (tx) => {
    const [broken] = await tx
      .update(busyFeeds)
      .set({ state: "broken", problem, etag: null, lastModified: null })
      .where(isStillClaimed(feed))
      .returning({ goodAt: busyFeeds.goodAt, toldAt: busyFeeds.toldAt });
    if (!broken || broken.toldAt !== null) return;
    const isNewlyLost = broken.goodAt !== null && feed.now - broken.goodAt < grace;
    if (isPassing(problem) && isNewlyLost) return;
    await tx.update(busyFeeds).set({ toldAt: feed.now }).where(eq(busyFeeds.id, feed.id));
    await calendarUnread(tx, { ...feed, problem, goodAt: broken.goodAt });
  });
}
