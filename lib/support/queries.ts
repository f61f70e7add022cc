import { and, eq, isNull, sql } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { supportResources, users } from "#db/schema/index.ts";
import type { OwnerViewer } from "#lib/auth/viewer.ts";
import { NotFound } from "#lib/refusal.ts";
import { dateIn } from "#lib/time/words.ts";
import { lineColumns, lineOrder, withSafeWays } from "./rows.ts";
import { staleAfterDays } from "./rules.ts";

/** Every line, hidden ones too, and today's date where the owner is. */
export async function listLines(owner: OwnerViewer, now: number) {
  return asViewer(owner, async (tx) => {
    const today = await todayOf(tx, owner, now);
    const lines = await tx
      .select(lineColumns)
      .from(supportResources)
      .where(isNull(supportResources.removedAt))
      .orderBy(...lineOrder);
    return { today, lines: lines.map(withSafeWays) };
  });
}
export type ListedLine = Awaited<ReturnType<typeof listLines>>["lines"][number];

export async function findLine(owner: OwnerViewer, id: string, now: number) {
  return asViewer(owner, async (tx) => {
    const [line] = await tx
      .select(lineColumns)
      .from(supportResources)
      .where(and(eq(supportResources.id, id), isNull(supportResources.removedAt)));
    if (!line) throw new NotFound();
    return { today: await todayOf(tx, owner, now), line: withSafeWays(line) };
  });
}

/** How many lines are shown whose check is so old that hours may have changed. */
export function countStale(owner: OwnerViewer, now: number): Promise<number> {
  return asViewer(owner, async (tx) => staleOn(tx, await todayOf(tx, owner, now)));
}

export async function staleOn(tx: Tx, today: string): Promise<number> {
  return tx.$count(
    supportResources,
    and(
      isNull(supportResources.removedAt),
      sql`${supportResources.verifiedOn} < ${today}::date - ${staleAfterDays}::int`,
    ),
  );
}

/** The local date of whoever looks after the lines. Refuses whom the database does not know as the owner. */
export async function todayOf(tx: Tx, owner: { id: string }, now: number): Promise<string> {
  const [person] = await tx
    .select({ zone: users.zone })
    .from(users)
    .where(and(eq(users.id, owner.id), eq(users.role, "owner")));
  if (!person) throw new NotFound();
  return dateIn(now, person.zone);
}
