import { eq } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { calendarFeeds } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import { hashSecret, newSecret } from "#lib/auth/one-way.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import type { CalendarFeedInput } from "#lib/calendar/feed/input.ts";
import { addressOfToken, tokenPlace } from "#lib/calendar/feed/token.ts";
import { takeFromBudget } from "#lib/limits/limits.ts";
import { settings } from "#lib/running/settings.ts";
import { seal } from "#lib/sealed/seal.ts";

/**
 * Makes the secret address of this person's calendar. With `renew` the one before stops at once; without, it stays,
 * so that pressing in two windows does not take from the first what it was just shown.
 */
export async function makeCalendarFeed(viewer: Viewer, { renew }: CalendarFeedInput, now: number) {
  await takeFromBudget({ name: "calendar-address", key: viewer.id, points: 20, seconds: 3_600 });
  const token = newSecret();
  const made = {
    tokenHash: hashSecret(token),
    token: seal(settings().encryptionKeys, token, tokenPlace(viewer.id)),
    createdAt: new Date(now),
  };
  const isMade = await asViewer(viewer, async (tx) => {
    const stored = await store(tx, { userId: viewer.id, ...made }, renew);
    if (stored)
      await note(tx, viewer, renew ? "calendar_feed.renewed" : "calendar_feed.made", {
        type: "user",
        id: viewer.id,
      });
    return stored;
  });
  return {
    status: isMade ? ("made" as const) : ("kept" as const),
    ...(isMade && { address: addressOfToken(token) }),
  };
}

async function store(tx: Tx, values: typeof calendarFeeds.$inferInsert, renew: boolean): Promise<boolean> {
  const { userId, ...made } = values;
  const inserting = tx.insert(calendarFeeds).values(values);
  const stored = await (renew
    ? inserting.onConflictDoUpdate({ target: calendarFeeds.userId, set: made })
    : inserting.onConflictDoNothing({ target: calendarFeeds.userId })
  ).returning({ userId: calendarFeeds.userId });
  return stored.length > 0;
}

/** From now on nobody reads this person's times at an address. Stopping what is stopped is no mistake. */
export async function stopCalendarFeed(viewer: Viewer): Promise<void> {
  await asViewer(viewer, async (tx) => {
    const stopped = await tx
      .delete(calendarFeeds)
      .where(eq(calendarFeeds.userId, viewer.id))
      .returning({ userId: calendarFeeds.userId });
    if (stopped[0]) await note(tx, viewer, "calendar_feed.stopped", { type: "user", id: viewer.id });
  });
}
