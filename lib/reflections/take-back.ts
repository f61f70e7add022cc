import { and, eq, gte, inArray, isNull, ne, or } from "drizzle-orm";
import { asViewer, stepAsSystem, type Tx } from "#db/client.ts";
import { reflectionShares, reflections } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { tellOfUndoing } from "#lib/reflections/letters/to-coach.ts";
import { readersOf, selectWays } from "#lib/reflections/readers.ts";
import { undoWithin } from "#lib/reflections/rules.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";

type TakenBack = { wasOpened: boolean };

/** From now on the other one does not see it. They may have read it before, which it tells where that is known. */
export function takeBack(client: ClientViewer, shareId: string, now: number): Promise<TakenBack> {
  return asViewer(client, (tx) => takeBackWithin(tx, client, shareId, now));
}

/** The same within what else the client does. */
export async function takeBackWithin(
  tx: Tx,
  client: ClientViewer,
  shareId: string,
  now: number,
): Promise<TakenBack> {
  const share = await lockShare(tx, client, shareId);
  const wasOpened = share.openedAt !== null;
  if (share.withdrawnAt !== null) return { wasOpened };
  // The policy knows a reader only while both belong to the couple; one may take words back from anybody.
  await stepAsSystem(tx, "a client takes words back", () => mark(tx, client, shareId, now));
  await note(tx, client, "reflection.taken_back", of(shareId), { reader: share.reader, wasOpened });
  return { wasOpened };
}

/** Undoes taking it back: the same copy can be read again. */
export async function undoTakingBack(client: ClientViewer, shareId: string, now: number): Promise<void> {
  await asViewer(client, async (tx) => {
    const share = await lockShare(tx, client, shareId);
    const { withdrawnAt } = share;
    if (withdrawnAt === null) return;
    if (share.isThrownAway)
      throw new Refusal("You threw this away. Bring it back first.", { code: "thrown_away", status: 409 });
    const readers = readersOf(await selectWays(tx, client));
    if (!readers.some(({ id, as }) => id === share.readerId && as === share.reader)) throw new NotFound();
    if (now - withdrawnAt > undoWithin || (await isShownAnew(tx, shareId, { ...share, withdrawnAt })))
      throw new Refusal("That was too long ago to undo. You can share what stands here now instead.", {
        code: "too_late",
        status: 409,
      });
    await mark(tx, client, shareId, null);
    await note(tx, client, "reflection.shared", of(shareId), { reader: share.reader, again: true });
    await tellOfUndoing(tx, shareId, now);
  });
}

type Share = Awaited<ReturnType<typeof lockShare>>;

const of = (id: string) => ({ type: "reflection_share", id });

async function lockShare(tx: Tx, client: ClientViewer, shareId: string) {
  const { id, authorId, reflectionId, readerId, reader, openedAt, withdrawnAt } = reflectionShares;
  const mine = and(eq(id, shareId), eq(authorId, client.id));
  // As whoever shares does first, so that nothing is shown anew meanwhile.
  const [own] = await tx
    .select({ removedAt: reflections.removedAt })
    .from(reflections)
    .where(inArray(reflections.id, tx.select({ id: reflectionId }).from(reflectionShares).where(mine)))
    .for("update");
  const [share] = await tx
    .select({ reflectionId, readerId, reader, openedAt, withdrawnAt })
    .from(reflectionShares)
    .where(mine)
    .for("update");
  if (!share) throw new NotFound();
  return { ...share, isThrownAway: (own?.removedAt ?? null) !== null };
}

/** Another copy is there now, or was since. */
async function isShownAnew(
  tx: Tx,
  shareId: string,
  { reflectionId, readerId, withdrawnAt }: Share & { withdrawnAt: number },
): Promise<boolean> {
  const [shown] = await tx
    .select({ id: reflectionShares.id })
    .from(reflectionShares)
    .where(
      and(
        eq(reflectionShares.reflectionId, reflectionId),
        eq(reflectionShares.readerId, readerId),
        ne(reflectionShares.id, shareId),
        or(isNull(reflectionShares.withdrawnAt), gte(reflectionShares.sharedAt, withdrawnAt)),
      ),
    )
    .limit(1);
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
