import { and, desc, eq, gt, inArray, isNull, or } from "drizzle-orm";
import { stepAsSystem, type Tx } from "#db/client.ts";
import { reflectionShares, reflections } from "#db/schema/index.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { namesOf } from "#lib/reflections/readers.ts";

/** A copy of one's words that another one can read, or could. Nothing of it is opened. */
export type OwnShare = {
  id: string;
  reflectionId: string;
  readerId: string;
  as: "coach" | "partner";
  name: string;
  sharedAt: number;
  readableFrom: number;
  openedAt: number | null;
  withdrawnAt: number | null;
  /** Nothing was written since. */
  isNewest: boolean;
};

/**
 * The copies of what this client wrote, newest first: those that stand, and where it says so those
 * taken back after `since`.
 */
export async function listOwnShares(
  tx: Tx,
  client: ClientViewer,
  reflectionIds: string[],
  since?: number,
): Promise<OwnShare[]> {
  if (reflectionIds.length === 0) return [];
  const { id, reflectionId, readerId, sharedAt, readableFrom, openedAt, withdrawnAt } = reflectionShares;
  const rows = await tx
    .select({
      ...{ id, reflectionId, readerId, sharedAt, readableFrom, openedAt, withdrawnAt },
      ...{ as: reflectionShares.reader, shown: reflectionShares.revision, newest: reflections.revision },
    })
    .from(reflectionShares)
    .innerJoin(reflections, eq(reflections.id, reflectionId))
    .where(
      and(
        eq(reflectionShares.authorId, client.id),
        inArray(reflectionId, reflectionIds),
        since === undefined ? isNull(withdrawnAt) : or(isNull(withdrawnAt), gt(withdrawnAt, since)),
      ),
    )
    .orderBy(desc(sharedAt), desc(id));
  if (rows.length === 0) return [];
  const names = await stepAsSystem(tx, "a client sees who reads what they wrote", () =>
    namesOf(tx, [...new Set(rows.map((row) => row.readerId))]),
  );
  return rows.map(({ shown, newest, ...row }) => ({
    ...row,
    name: names.get(row.readerId) ?? "",
    isNewest: shown === newest,
  }));
}
