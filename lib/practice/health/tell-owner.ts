import { and, eq, gt, isNull } from "drizzle-orm";
import { asSystem, lookAsSystem } from "#db/client.ts";
import { messages, users } from "#db/schema/index.ts";
import { isOwner, viewerOf } from "#lib/auth/proven.ts";
import { type Owner, practiceHealth, supportToCheck } from "#lib/practice/letters.ts";
import { staleOn } from "#lib/support/queries.ts";
import { dateIn } from "#lib/time/words.ts";
import { healthLines } from "./lines.ts";
import { readHealth } from "./read.ts";

const supportEvery = 30 * 86_400_000;

type Told = Owner & { zone: string };

/** Writes to the owner of the practice where something is not well: of that once a day, of old checks once a month. */
export async function tellOwner(now: number): Promise<void> {
  const owners = await lookAsSystem("who looks after the practice", (tx) =>
    tx
      .select({ id: users.id, name: users.displayName, email: users.email, zone: users.zone })
      .from(users)
      .where(and(eq(users.role, "owner"), isNull(users.disabledAt))),
  );
  for (const owner of owners) {
    await tellHealth(owner, now);
    await tellSupport(owner, now);
  }
}

async function tellHealth(owner: Told, now: number): Promise<void> {
  const viewer = viewerOf({ userId: owner.id, role: "owner", sessionId: "" });
  if (!isOwner(viewer)) return;
  const unwell = healthLines(await readHealth(viewer, now), now).filter(({ state }) => state === "unwell");
  if (unwell.length > 0)
    await asSystem("something is not well", (tx) =>
      practiceHealth(tx, owner, unwell, dateIn(now, owner.zone), now),
    );
}

async function tellSupport(owner: Told, now: number): Promise<void> {
  const today = dateIn(now, owner.zone);
  await asSystem("lines should be checked", async (tx) => {
    const isTold = and(
      eq(messages.kind, "support_to_check"),
      eq(messages.recipientId, owner.id),
      gt(messages.createdAt, new Date(now - supportEvery)),
    );
    if ((await tx.$count(messages, isTold)) > 0) return;
    const count = await staleOn(tx, today);
    if (count > 0) await supportToCheck(tx, owner, count, today, now);
  });
}
