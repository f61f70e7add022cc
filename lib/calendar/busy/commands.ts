import { randomUUID } from "node:crypto";
import { and, eq, sql } from "drizzle-orm";
import { fromDrizzle } from "pg-boss";
import { asViewer, type Tx } from "#db/client.ts";
import { queues } from "#db/queues.ts";
import { busyFeeds, coaches } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { jobs } from "#lib/jobs/boss.ts";
import { takeFromBudget } from "#lib/limits/limits.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";
import { settings } from "#lib/running/settings.ts";
import { seal, unseal } from "#lib/sealed/seal.ts";
import { readAddress } from "./feed-address.ts";
import type { BusyFeedInput, ChangeFeedInput } from "./input.ts";
import { FeedProblem, type Problem } from "./problems.ts";
import { addressPlace, undoPlace } from "./sealed-places.ts";

const most = 10;

/** Takes in another calendar of the coach's. It is read soon after, by a job; nobody waits for it. */
export async function addBusyFeed(coach: CoachViewer, { name, address }: BusyFeedInput): Promise<string> {
  const id = randomUUID();
  const place = placeOf(id, address);
  await takeLook(coach);
  await asViewer(coach, async (tx) => {
    await tx.select({ id: coaches.id }).from(coaches).where(eq(coaches.id, coach.id)).for("update");
    if ((await tx.$count(busyFeeds, eq(busyFeeds.coachId, coach.id))) >= most)
      throw new Refusal("Ten calendars are the most that we read for one person.", {
        code: "too_many_feeds",
      });
    await tx.insert(busyFeeds).values({ id, coachId: coach.id, name, ...place });
    await note(tx, coach, "calendar.feed_added", { type: "busy_feed", id });
    await callReader(tx);
  });
  return id;
}

/** Gives it another name, and another address if there is one. The busy times stay until that has been read well. */
export async function changeBusyFeed(
  coach: CoachViewer,
  id: string,
  { name, address }: ChangeFeedInput,
): Promise<void> {
  const place = address !== undefined && { ...placeOf(id, address), ...unread, toldAt: null };
  if (place) await takeLook(coach);
  await asViewer(coach, async (tx) => {
    const changed = await tx
      .update(busyFeeds)
      .set({ name, ...place })
      .where(isOwn(coach, id))
      .returning({ id: busyFeeds.id });
    if (changed.length === 0) throw new NotFound();
    await note(tx, coach, place ? "calendar.feed_moved" : "calendar.feed_named", { type: "busy_feed", id });
    if (place) await callReader(tx);
  });
}

/** Has it read again now, instead of when its turn comes. */
export async function lookAgain(coach: CoachViewer, id: string): Promise<void> {
  await takeLook(coach);
  await asViewer(coach, async (tx) => {
    const [feed] = await tx
      .select({ state: busyFeeds.state })
      .from(busyFeeds)
      .where(isOwn(coach, id))
      .for("update");
    if (!feed) throw new NotFound();
    // It is about to be, or just now.
    if (feed.state === "new") return;
    await tx.update(busyFeeds).set(unread).where(isOwn(coach, id));
    await callReader(tx);
  });
}

/** Takes it out with all its busy times. Gives what `restoreBusyFeed` needs to undo it: sealed, and of use to nobody else. */
export async function removeBusyFeed(coach: CoachViewer, id: string): Promise<string> {
  return asViewer(coach, async (tx) => {
    const [gone] = await tx
      .delete(busyFeeds)
      .where(isOwn(coach, id))
      .returning({ name: busyFeeds.name, url: busyFeeds.url });
    if (!gone) throw new NotFound();
    await note(tx, coach, "calendar.feed_removed", { type: "busy_feed", id });
    const keys = settings().encryptionKeys;
    const address = unseal(keys, gone.url, addressPlace(id)).toString();
    return seal(keys, JSON.stringify({ name: gone.name, address }), undoPlace(coach)).toString("base64url");
  });
}

/** Takes in again what was removed. It is read anew. */
export async function restoreBusyFeed(coach: CoachViewer, undo: string): Promise<string> {
  return addBusyFeed(coach, openUndo(coach, undo));
}

function openUndo(coach: CoachViewer, undo: string): BusyFeedInput {
  try {
    const opened = unseal(settings().encryptionKeys, Buffer.from(undo, "base64url"), undoPlace(coach));
    return JSON.parse(opened.toString()) as BusyFeedInput;
  } catch {
    throw new Refusal("This cannot be undone any more. Please add the calendar again.", { code: "no_undo" });
  }
}

const isOwn = (coach: CoachViewer, id: string) => and(eq(busyFeeds.id, id), eq(busyFeeds.coachId, coach.id));
const unread = { state: "new", checkedAt: null, etag: null, lastModified: null } as const;

const typed: Partial<Record<Problem, string>> = {
  not_secure: "This address is not secure. Please use the one that begins with https://.",
  inside:
    "We only open addresses on the open Internet: with a name, and without a port, a user name or a password.",
};

function placeOf(id: string, address: string) {
  try {
    const { href, hostname } = readAddress(address);
    return { host: hostname, url: seal(settings().encryptionKeys, href, addressPlace(id)) };
  } catch (error) {
    if (!(error instanceof FeedProblem)) throw error;
    const sentence =
      typed[error.problem] ?? "Please paste the whole address, beginning with https:// or webcal://.";
    throw new Refusal(sentence, { field: "address", code: "invalid" });
  }
}

// Each look makes us ask a machine that we know nothing about.
const takeLook = ({ id }: CoachViewer) =>
  takeFromBudget({ name: "feed-coach", key: id, points: 60, seconds: 3_600 });

async function callReader(tx: Tx): Promise<void> {
  const boss = await jobs();
  await boss.send(queues.refreshFeeds, {}, { db: fromDrizzle(tx, sql) });
}
