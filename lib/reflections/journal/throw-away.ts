import { and, eq, inArray, isNull, lt } from "drizzle-orm";
import { asSystem, asViewer, stepAsSystem, type Tx } from "#db/client.ts";
import { reflectionShares, reflections } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { NotFound } from "#lib/refusal.ts";
import { lockEntry } from "./keep-entry.ts";
import { keptFor } from "./rules.ts";

/** Throws an entry away, which takes it back from whoever could read it. It can be brought back for a while. */
export async function throwAway(client: ClientViewer, id: string, now: number): Promise<void> {
  await asViewer(client, async (tx) => {
    const entry = await lockEntry(tx, client, id);
    if (!entry) throw new NotFound();
    if (entry.removedAt !== null) return;
    await mark(tx, client, id, now);
    await note(tx, client, "journal.thrown_away", { type: "reflection", id });
    // The policy knows a reader only while both belong to the couple; one may take words back from anybody.
    const taken = await stepAsSystem(tx, "a client throws an entry away", () =>
      tx
        .update(reflectionShares)
        .set({ withdrawnAt: now })
        .where(
          and(
            eq(reflectionShares.reflectionId, id),
            eq(reflectionShares.authorId, client.id),
            isNull(reflectionShares.withdrawnAt),
          ),
        )
        .returning({ id: reflectionShares.id }),
    );
    for (const share of taken)
      await note(tx, client, "reflection.taken_back", { type: "reflection_share", id: share.id });
  });
}

/** Puts it back in the journal, for its author alone. */
export async function bringBack(client: ClientViewer, id: string, now: number): Promise<void> {
  await asViewer(client, async (tx) => {
    const entry = await lockEntry(tx, client, id);
    if (!entry) throw new NotFound();
    if (entry.removedAt === null) return;
    if (entry.removedAt < now - keptFor) throw new NotFound();
    await mark(tx, client, id, null);
    await note(tx, client, "journal.brought_back", { type: "reflection", id });
  });
}

async function mark(tx: Tx, client: ClientViewer, id: string, removedAt: number | null): Promise<void> {
  await tx
    .update(reflections)
    .set({ removedAt })
    .where(and(eq(reflections.id, id), eq(reflections.authorId, client.id)));
}

// No more at once than is done well within a statement's time.
const most = 500;

/** Deletes what was thrown away long ago, with the copies of it that others could read. Says how many entries. */
export async function deleteThrownAway(now: number): Promise<number> {
  let sum = 0;
  for (let done = most; done === most; sum += done)
    done = await asSystem("what was thrown away is deleted", async (tx) => {
      const rows = await tx
        .select({ id: reflections.id })
        .from(reflections)
        .where(lt(reflections.removedAt, now - keptFor))
        .limit(most)
        .for("update");
      const ids = rows.map(({ id }) => id);
      if (ids.length === 0) return 0;
      await tx.delete(reflectionShares).where(inArray(reflectionShares.reflectionId, ids));
      await tx.delete(reflections).where(inArray(reflections.id, ids));
      return ids.length;
    });
  return sum;
}
