import { and, asc, eq, inArray } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { reflectionShares, reflections, users } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import type { Answers } from "#lib/questions/question.ts";
import { openAnswers } from "#lib/reflections/answers.ts";
import { findOwnKey } from "#lib/reflections/own-key.ts";
import { listOwnShares, type OwnShare } from "#lib/reflections/own-shares.ts";
import { readSummaries } from "#lib/summaries/for-client.ts";
import { type Piece, readPieces } from "../pieces.ts";

/** A copy with its words, each under the key of its question. */
export type ExportedShare = OwnShare & { answers: Answers };
export type Exported = Piece & { shares: ExportedShare[] };

/** Who wants it, and what there is, the oldest first. That it was wanted is noted, and nothing of what it holds. */
export async function beginExport(client: ClientViewer) {
  return asViewer(client, async (tx) => {
    const [reader] = await tx
      .select({ name: users.displayName, zone: users.zone })
      .from(users)
      .where(eq(users.id, client.id));
    const { id, authorId, createdAt } = reflections;
    const rows = await tx
      .select({ id })
      .from(reflections)
      .where(eq(authorId, client.id))
      .orderBy(asc(createdAt), asc(id));
    const summaries = await readSummaries(tx, client);
    await note(tx, client, "writing.exported", { type: "client", id: client.id });
    return {
      ...{ name: reader?.name ?? "", zone: reader?.zone ?? "UTC", summaries },
      ids: rows.map((row) => row.id),
    };
  });
}

/** Some of it, opened. What was deleted meanwhile is not there. */
export async function readSome(client: ClientViewer, ids: string[]): Promise<Exported[]> {
  return asViewer(client, async (tx) => {
    const pieces = await readPieces(tx, client, ids);
    const shares = await listOwnShares(tx, client, ids, 0);
    const copies = await openCopies(tx, client, shares);
    return pieces.map((piece) => ({
      ...piece,
      shares: shares
        .filter(({ reflectionId }) => reflectionId === piece.id)
        .map((share) => ({ ...share, answers: copies.get(share.id) ?? {} })),
    }));
  });
}

async function openCopies(tx: Tx, client: ClientViewer, shares: OwnShare[]): Promise<Map<string, Answers>> {
  if (shares.length === 0) return new Map();
  const key = await findOwnKey(tx, client);
  const { id, authorId, answers } = reflectionShares;
  const rows = await tx
    .select({ id, answers })
    .from(reflectionShares)
    .where(
      and(
        eq(authorId, client.id),
        inArray(
          id,
          shares.map((share) => share.id),
        ),
      ),
    );
  return new Map(
    rows.map((row) => {
      const place = { table: "reflection_shares", id: row.id, clientId: client.id } as const;
      return [row.id, openAnswers<Answers>(key, row.answers, place)];
    }),
  );
}
