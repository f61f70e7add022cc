import { and, eq, isNull } from "drizzle-orm";
import { asViewer, stepAsSystem, type Tx } from "#db/client.ts";
import { reflectionShares } from "#db/schema/index.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { readersOf, selectWays } from "#lib/reflections/readers.ts";
import { undoWithin } from "#lib/reflections/rules.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";

/** From now on the other one does not see it. They may have read it before. */
export async function takeBack(client: ClientViewer, shareId: string, now: number): Promise<void> {
  await asViewer(client, async (tx) => {
    const share = await lockShare(tx, client, shareId);
    if (share.withdrawnAt !== null) return;
    // The policy knows a reader only while both belong to the couple; one may take words back from anybody.
    await stepAsSystem(tx, "a client takes words back", () => mark(tx, client, shareId, now));
  });
}

/** Undoes taking it back: the same copy can be read again. */
export async function undoTakingBack(client: ClientViewer, shareId: string, now: number): Promise<void> {
  await asViewer(client, async (tx) => {
    const share = await lockShare(tx, client, shareId);
    if (share.withdrawnAt === null) return;
    const readers = readersOf(await selectWays(tx, client));
    if (!readers.some(({ id, as }) => id === share.readerId && as === share.reader)) throw new NotFound();
    if (now - share.withdrawnAt > undoWithin || (await isShownAnew(tx, share)))
      throw new Refusal("That was too long ago to undo. You can share what stands here now instead.", {
        code: "too_late",
        status: 409,
      });
    await mark(tx, client, shareId, null);
  });
}

type Share = Awaited<ReturnType<typeof lockShare>>;

async function lockShare(tx: Tx, client: ClientViewer, shareId: string) {
  const { id, authorId, reflectionId, readerId, reader, withdrawnAt } = reflectionShares;
  const [share] = await tx
    .select({ reflectionId, readerId, reader, withdrawnAt })
    .from(reflectionShares)
    .where(and(eq(id, shareId), eq(authorId, client.id)))
    .for("update");
  if (!share) throw new NotFound();
  return share;
}

async function isShownAnew(tx: Tx, { reflectionId, readerId }: Share): Promise<boolean> {
  const [shown] = await tx
    .select({ id: reflectionShares.id })
    .from(reflectionShares)
    .where(
      and(
        eq(reflectionShares.reflectionId, reflectionId),
        eq(reflectionShares.readerId, readerId),
        isNull(reflectionShares.withdrawnAt),
      ),
    );
  return shown !== undefined;
}

async function mark(
  tx: Tx,
  client: ClientViewer,
  shareId: string,
  withdrawnAt: number | null,
): Promise<void> {
  await tx
    .update(reflectionShares)
    .set({ withdrawnAt })
    .where(and(eq(reflectionShares.id, shareId), eq(reflectionShares.authorId, client.id)));
}
