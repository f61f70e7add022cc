import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { asSystem } from "#db/client.ts";
import { busyFeeds, busyTimes } from "#db/schema/index.ts";
import { addressPlace } from "#lib/calendar/busy/sealed-places.ts";
import { settings } from "#lib/running/settings.ts";
import { seal } from "#lib/sealed/seal.ts";

type Details = Partial<typeof busyFeeds.$inferInsert> & {
  address?: string;
  busy?: { start: number; end: number }[];
};

/** Another calendar of this coach's, read a moment ago unless said otherwise; gives its id. Nobody is at its address. */
export async function aBusyFeed({ id: coachId }: { id: string }, details: Details = {}): Promise<string> {
  const { address = "https://calendar.invalid/busy.ics", busy = [], ...rest } = details;
  const id = randomUUID();
  const now = Date.now();
  await asSystem("a test needs a calendar", async (tx) => {
    await tx.insert(busyFeeds).values({
      id,
      coachId,
      name: "Private",
      host: new URL(address).hostname,
      url: seal(settings().encryptionKeys, address, addressPlace(id)),
      state: "good",
      checkedAt: now,
      goodAt: now,
      ...rest,
    });
    if (busy.length > 0)
      await tx.insert(busyTimes).values(busy.map((during) => ({ feedId: id, coachId, during })));
  });
  return id;
}

/** What is really there of a calendar, and its busy times in order. */
export async function storedFeed(id: string) {
  return asSystem("a test looks", async (tx) => {
    const [feed] = await tx.select().from(busyFeeds).where(eq(busyFeeds.id, id));
    const times = await tx
      .select({ during: busyTimes.during })
      .from(busyTimes)
      .where(eq(busyTimes.feedId, id));
    return { feed, busy: times.map(({ during }) => during).sort((a, b) => a.start - b.start) };
  });
}
