import { randomUUID } from "node:crypto";
import { and, eq, isNull } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { privateNotes } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { ensureClientKey } from "#lib/reflections/client-key.ts";
import { anotherPerson, writtenElsewhere } from "#lib/reflections/not-kept.ts";
import { savedWords } from "#lib/reflections/words.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";
import type { SealingKey } from "#lib/sealed/seal.ts";
import { type Field, firstQuestionFields, noteFields, standingFields, type Written } from "./fields.ts";
import type { NoteInput } from "./input.ts";
import { isVersion, mayBeWrittenAbout } from "./rules.ts";
import { demandOwnClient, demandSession, zoneOf } from "./session-of.ts";
import { keepVersion } from "./versions-kept.ts";
import { isSame, openWritten, sealWritten, withTyped, wordsOf } from "./written.ts";

export type Of = Pick<NoteInput, "purpose" | "booking" | "about">;
type Saved = { revision: number; saved: string };

/**
 * Keeps what a coach writes for themselves. Refuses with what is stored when it was written on since `revision` by
 * another device, unless it says the same. Writing on opens a finished note again.
 */
export function keepNote(coach: CoachViewer, input: NoteInput, now: number): Promise<Saved> {
  return asViewer(coach, async (tx) => {
    const { revision, writtenAt } = await keep(tx, coach, input, { now });
    const saved = revision === 0 ? "" : savedWords(writtenAt, await zoneOf(tx, coach), now);
    return { revision, saved };
  });
}

/** The same, and its coach says that it is finished. What it says now is kept as a version. */
export function finishNote(coach: CoachViewer, input: NoteInput, now: number): Promise<Saved> {
  return asViewer(coach, async (tx) => {
    const kept = await keep(tx, coach, input, { now, evenBlank: true });
    const { id, revision, writtenAt } = kept;
    if (kept.finishedAt === null) {
      await tx
        .update(privateNotes)
        .set({ finishedAt: now })
        .where(and(eq(privateNotes.id, id), eq(privateNotes.coachId, coach.id)));
      await keepVersion(tx, coach, { noteId: id }, kept.key, kept);
      await note(tx, coach, "note.finished", { type: "note", id });
    }
    return { revision, saved: savedWords(writtenAt, await zoneOf(tx, coach), now) };
  });
}

type How = {
  now: number;
  /** Also where nothing was ever written. */
  evenBlank?: boolean;
};
type Kept = {
  id: string;
  written: Written[];
  revision: number;
  writtenAt: number;
  finishedAt: number | null;
  key: SealingKey;
  ownerId: string;
};

async function keep(tx: Tx, coach: CoachViewer, input: NoteInput, how: How): Promise<Kept> {
  if (input.author !== coach.id) throw anotherPerson();
  const { now } = how;
  const fields = await demandFields(tx, coach, input, now);
  const ownerId = input.about ?? coach.id;
  const key = await ensureClientKey(tx, ownerId);
  const stored = await lockNote(tx, coach, input);
  if (!stored) return begin(tx, coach, input, { ...how, fields, key, ownerId });

  const place = { table: "private_notes", id: stored.id, ownerId } as const;
  const known = openWritten(key, stored.words, place);
  const written = withTyped(known, input, fields);
  const rest = { id: stored.id, key, ownerId };
  if (isSame(known, written)) return { ...stored, ...rest, written };
  if (stored.revision !== input.revision)
    throw writtenElsewhere({ answers: wordsOf(known), revision: stored.revision });
  if (isVersion(stored, now))
    await keepVersion(tx, coach, { noteId: stored.id }, key, { ...stored, written: known, ownerId });
  const revision = stored.revision + 1;
  await tx
    .update(privateNotes)
    .set({ words: sealWritten(key, written, place), revision, writtenAt: now, finishedAt: null })
    .where(and(eq(privateNotes.id, stored.id), eq(privateNotes.coachId, coach.id)));
  return { ...rest, written, revision, writtenAt: now, finishedAt: null };
}

/** Which fields such a note has. It is not there when the session or the person is not theirs. */
async function demandFields(tx: Tx, coach: CoachViewer, { purpose, booking, about }: Of, now: number) {
  if (purpose === "standing") {
    if (booking !== null || about === null) throw new NotFound();
    await demandOwnClient(tx, coach, about);
    return standingFields;
  }
  if (booking === null) throw new NotFound();
  const session = await demandSession(tx, coach, booking);
  const isOfSeveral = session.clientIds.length > 1;
  const isOne = about !== null && session.clientIds.includes(about);
  if (purpose === "first_question") {
    if (isOfSeveral ? about !== null : !isOne) throw new NotFound();
    return firstQuestionFields;
  }
  if (!isOne && !(isOfSeveral && about === null)) throw new NotFound();
  if (!mayBeWrittenAbout(session, now))
    throw new Refusal("You can write about this session once it has begun.", { code: "too_early" });
  return noteFields(session.kind, isOfSeveral && isOne);
}

/** The row of such a note of theirs, held until the transaction ends. */
export async function lockNote(tx: Tx, coach: CoachViewer, { purpose, booking, about }: Of) {
  const { id, words, revision, writtenAt, finishedAt, bookingId, aboutId } = privateNotes;
  const [row] = await tx
    .select({ id, words, revision, writtenAt, finishedAt })
    .from(privateNotes)
    .where(
      and(
        eq(privateNotes.coachId, coach.id),
        eq(privateNotes.purpose, purpose),
        booking === null ? isNull(bookingId) : eq(bookingId, booking),
        about === null ? isNull(aboutId) : eq(aboutId, about),
      ),
    )
    .for("update");
  return row;
}

type Beginning = How & { fields: Field[]; key: SealingKey; ownerId: string };

async function begin(tx: Tx, coach: CoachViewer, input: NoteInput, beginning: Beginning): Promise<Kept> {
  const { now, evenBlank, fields, key, ownerId } = beginning;
  const id = randomUUID();
  const written = withTyped([], input, fields);
  const kept = { id, written, writtenAt: now, finishedAt: null, key, ownerId };
  if (written.length === 0 && !evenBlank) return { ...kept, revision: 0 };
  const [made] = await tx
    .insert(privateNotes)
    .values({
      ...{ id, coachId: coach.id, purpose: input.purpose, bookingId: input.booking, aboutId: input.about },
      words: sealWritten(key, written, { table: "private_notes", id, ownerId }),
      ...{ revision: 1, createdAt: new Date(now), writtenAt: now },
    })
    .onConflictDoNothing()
    .returning({ id: privateNotes.id });
  if (made) return { ...kept, revision: 1 };
  // Another window began it at the same moment.
  return keep(tx, coach, { ...input, revision: 0 }, beginning);
}
