import { randomUUID } from "node:crypto";
import type { Tx } from "#db/client.ts";
import { writtenRevisions } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import type { SealingKey } from "#lib/sealed/seal.ts";
import type { Written } from "./fields.ts";
import { sealWritten } from "./written.ts";

type Of = { noteId: string } | { summaryId: string };
type Standing = { written: Written[]; revision: number; writtenAt: number; ownerId: string };

/** Keeps what a note or a summary says as one of its versions, once. */
export async function keepVersion(
  tx: Tx,
  coach: CoachViewer,
  of: Of,
  key: SealingKey,
  { written, revision, writtenAt, ownerId }: Standing,
): Promise<void> {
  const id = randomUUID();
  const words = sealWritten(key, written, { table: "written_revisions", id, ownerId });
  await tx
    .insert(writtenRevisions)
    .values({ id, ...of, coachId: coach.id, words, revision, writtenAt })
    .onConflictDoNothing();
}
