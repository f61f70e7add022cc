import { and, desc, eq, isNull, type SQL } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { privateNotes, sharedSummaries, writtenRevisions } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { NotFound } from "#lib/refusal.ts";
import { keysFor } from "./keys.ts";
import { keepVersion } from "./versions-kept.ts";
import { openWritten, sealWritten } from "./written.ts";

type Part = "note" | "summary";
type Which = { part: Part; bookingId: string; aboutId: string | null };

/** What a note or a summary about a session says and said before, the newest first. Undefined: nothing was written. */
export function listVersions(coach: CoachViewer, which: Which) {
  return asViewer(coach, async (tx) => {
    const standing = await findStanding(tx, coach, which);
    if (!standing) return undefined;
    const { id, words, revision, writtenAt, coachId, noteId, summaryId } = writtenRevisions;
    const rows = await tx
      .select({ id, words, revision, writtenAt })
      .from(writtenRevisions)
      .where(and(eq(coachId, coach.id), eq(which.part === "note" ? noteId : summaryId, standing.id)))
      .orderBy(desc(revision))
      .limit(200);
    const { ownerId, table } = standing;
    const key = (await keysFor(tx, [ownerId]))(ownerId);
    return {
      revision: standing.revision,
      writtenAt: standing.writtenAt,
      written: openWritten(key, standing.words, { table, id: standing.id, ownerId }),
      versions: rows
        .filter((row) => row.revision !== standing.revision)
        .map((row) => ({
          ...{ id: row.id, revision: row.revision, writtenAt: row.writtenAt },
          written: openWritten(key, row.words, { table: "written_revisions", id: row.id, ownerId }),
        })),
    };
  });
}
export type Versions = NonNullable<Awaited<ReturnType<typeof listVersions>>>;

/** Puts a version back, as a save of its own. What stood there becomes one, whose id undoes it. */
export function restoreVersion(
  coach: CoachViewer,
  versionId: string,
  now: number,
): Promise<{ undo: string }> {
  return asViewer(coach, async (tx) => {
    const { id, words, noteId, summaryId, coachId } = writtenRevisions;
    const [version] = await tx
      .select({ words, noteId, summaryId })
      .from(writtenRevisions)
      .where(and(eq(id, versionId), eq(coachId, coach.id)));
    if (!version) throw new NotFound();
    const standing = await lockStanding(tx, coach, version);
    const { ownerId, table } = standing;
    const key = (await keysFor(tx, [ownerId]))(ownerId);
    const open = (sealed: Buffer, from: typeof table | "written_revisions", rowId: string) =>
      openWritten(key, sealed, { table: from, id: rowId, ownerId });
    const of = table === "private_notes" ? { noteId: standing.id } : { summaryId: standing.id };
    await keepVersion(tx, coach, of, key, { ...standing, written: open(standing.words, table, standing.id) });
    const change = {
      words: sealWritten(key, open(version.words, "written_revisions", versionId), {
        ...{ table, id: standing.id, ownerId },
      }),
      ...{ revision: standing.revision + 1, writtenAt: now },
    };
    if (table === "private_notes")
      await tx
        .update(privateNotes)
        .set({ ...change, finishedAt: null })
        .where(and(eq(privateNotes.id, standing.id), eq(privateNotes.coachId, coach.id)));
    else
      await tx
        .update(sharedSummaries)
        .set(change)
        .where(and(eq(sharedSummaries.id, standing.id), eq(sharedSummaries.coachId, coach.id)));
    const type = table === "private_notes" ? "note" : "summary";
    await note(tx, coach, `${type}.restored`, { type, id: standing.id });
    const [before] = await tx
      .select({ id })
      .from(writtenRevisions)
      .where(
        and(
          eq(coachId, coach.id),
          eq(table === "private_notes" ? noteId : summaryId, standing.id),
          eq(writtenRevisions.revision, standing.revision),
        ),
      );
    if (!before) throw new Error("What stood there was not kept");
    return { undo: before.id };
  });
}

type Standing = {
  id: string;
  words: Buffer;
  revision: number;
  writtenAt: number;
  ownerId: string;
  table: "private_notes" | "shared_summaries";
};

const { words, revision, writtenAt } = privateNotes;
const { words: said, revision: saidRevision, writtenAt: saidAt } = sharedSummaries;

async function findStanding(
  tx: Tx,
  coach: CoachViewer,
  { part, bookingId, aboutId }: Which,
): Promise<Standing | undefined> {
  if (part === "summary") {
    if (aboutId === null) return undefined;
    const [row] = await selectSummaries(tx, coach, [
      eq(sharedSummaries.bookingId, bookingId),
      eq(sharedSummaries.clientId, aboutId),
    ]);
    return row && asStanding(coach, row, "shared_summaries");
  }
  const [row] = await selectNotes(tx, coach, [
    eq(privateNotes.bookingId, bookingId),
    eq(privateNotes.purpose, "session"),
    aboutId === null ? isNull(privateNotes.aboutId) : eq(privateNotes.aboutId, aboutId),
  ]);
  return row && asStanding(coach, row, "private_notes");
}

type Version = { noteId: string | null; summaryId: string | null };

async function lockStanding(tx: Tx, coach: CoachViewer, { noteId, summaryId }: Version): Promise<Standing> {
  const [row] = noteId
    ? await selectNotes(tx, coach, [eq(privateNotes.id, noteId)]).for("update")
    : await selectSummaries(tx, coach, [eq(sharedSummaries.id, summaryId ?? "")]).for("update");
  if (!row) throw new NotFound();
  return asStanding(coach, row, noteId ? "private_notes" : "shared_summaries");
}

function selectNotes(tx: Tx, coach: CoachViewer, which: SQL[]) {
  return tx
    .select({ id: privateNotes.id, words, revision, writtenAt, aboutId: privateNotes.aboutId })
    .from(privateNotes)
    .where(and(eq(privateNotes.coachId, coach.id), ...which));
}

function selectSummaries(tx: Tx, coach: CoachViewer, which: SQL[]) {
  return tx
    .select({
      ...{ id: sharedSummaries.id, words: said, revision: saidRevision, writtenAt: saidAt },
      aboutId: sharedSummaries.clientId,
    })
    .from(sharedSummaries)
    .where(and(eq(sharedSummaries.coachId, coach.id), ...which));
}

type Row = Omit<Standing, "ownerId" | "table"> & { aboutId: string | null };

function asStanding(
  { id: coachId }: CoachViewer,
  { aboutId, ...row }: Row,
  table: Standing["table"],
): Standing {
  return { ...row, ownerId: aboutId ?? coachId, table };
}
