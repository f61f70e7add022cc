import { randomInt } from "node:crypto";
import { and, desc, eq, sql } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { lessonDrafts, lessons, lessonVersions, users } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";
import { blocksToEdit, type OpenedBlock } from "./edited-blocks.ts";

/** A lesson in one of its languages. */
export type LessonText = { lessonId: string; language: string };
export type LessonWords = { title: string; summary: string; goal: string };

export type OpenedDraft = LessonText & {
  words: LessonWords;
  body: string;
  /** 0: nobody has begun a draft, this is what readers have. */
  revision: number;
  /** The number of the version that readers have, 0 where nothing was published yet. */
  version: number;
  /** Null: it came with the portal. */
  writtenBy: { id: string; name: string } | null;
  writtenAt: number;
};

/** An opened draft as the browser edits it. */
export type DraftToEdit = Omit<OpenedDraft, "lessonId" | "body"> & { blocks: OpenedBlock[] };

export type Written = LessonText & { words: LessonWords; body: string };

/** The draft, else what readers have. Nothing is stored by looking. Throws NotFound where there is neither. */
export async function openDraft(
  coach: CoachViewer,
  lessonId: string,
  language: string,
): Promise<OpenedDraft> {
  return asViewer(coach, (tx) => readOpen(tx, { lessonId, language }));
}

/**
 * Keeps what a coach wrote on `revision`, or on `version` where that is 0. What somebody wrote there meanwhile is never
 * written over: it comes with the Refusal.
 */
export async function saveDraft(
  coach: CoachViewer,
  { revision, version, ...written }: Written & { revision: number; version: number },
  now: number,
): Promise<{ revision: number }> {
  return asViewer(coach, async (tx) => {
    const saved =
      revision === 0
        ? await beginDraft(tx, coach, { ...written, version }, now)
        : await goOn(tx, coach, { ...written, revision }, now);
    return saved ?? refuse(coach, await readOpen(tx, written));
  });
}

/** Puts a text in the place of whatever draft there is. Whoever writes on that one is told. */
export async function replaceDraft(
  coach: CoachViewer,
  written: Written,
  now: number,
): Promise<{ revision: number }> {
  return asViewer(coach, async (tx) => {
    await demandLesson(tx, written.lessonId);
    const row = rowOf(coach, written, now);
    const [saved] = await tx
      .insert(lessonDrafts)
      .values({ ...row, revision: firstRevision() })
      .onConflictDoUpdate({
        target: [lessonDrafts.lessonId, lessonDrafts.language],
        set: { ...row, revision: sql`${lessonDrafts.revision} + 1` },
      })
      .returning({ revision: lessonDrafts.revision });
    if (!saved) throw new Error("A draft was not replaced");
    await noteDraft(tx, coach, "lesson.draft_replaced", written);
    return saved;
  });
}

/** Lets go of a draft, if it is still the one at `revision`. Readers keep what they have. */
export async function discardDraft(
  coach: CoachViewer,
  { revision, ...text }: LessonText & { revision: number },
): Promise<void> {
  await asViewer(coach, async (tx) => {
    const { version } = await readOpen(tx, text);
    if (version === 0)
      throw new Refusal(
        "Nothing of this was published yet, so this draft is all there is of it. It stays. Withdraw the lesson if it is not needed.",
        { code: "only_text" },
      );
    const gone = await tx.delete(lessonDrafts).where(and(draftOf(text), eq(lessonDrafts.revision, revision)));
    if (gone.count === 0) refuse(coach, await readOpen(tx, text));
    await noteDraft(tx, coach, "lesson.draft_discarded", text);
  });
}

/**
 * Puts a text in the place of the draft at revision `over`, or where there is none yet (null), within what a coach does.
 * Undefined: it is not as the coach saw it any more, and stays as it is.
 */
export async function putDraft(
  tx: Tx,
  coach: CoachViewer,
  { over, ...written }: Written & { over: number | null },
  now: number,
): Promise<{ revision: number } | undefined> {
  const put =
    over === null
      ? await insertDraft(tx, coach, written, now)
      : await goOn(tx, coach, { ...written, revision: over }, now);
  if (put) await noteDraft(tx, coach, "lesson.draft_replaced", written);
  return put;
}

async function insertDraft(tx: Tx, coach: CoachViewer, written: Written, now: number) {
  const [begun] = await tx
    .insert(lessonDrafts)
    .values({ ...rowOf(coach, written, now), revision: firstRevision() })
    .onConflictDoNothing()
    .returning({ revision: lessonDrafts.revision });
  return begun;
}

async function beginDraft(
  tx: Tx,
  coach: CoachViewer,
  { version, ...written }: Written & { version: number },
  now: number,
) {
  await demandLesson(tx, written.lessonId);
  const begun = await insertDraft(tx, coach, written, now);
  // Looked at after the draft's place is taken: whoever published just before gave that place up.
  if (!begun || (await newestNumber(tx, written)) !== version) {
    if (begun) await tx.delete(lessonDrafts).where(draftOf(written));
    return undefined;
  }
  await noteDraft(tx, coach, "lesson.draft_begun", written);
  return begun;
}

async function goOn(
  tx: Tx,
  coach: CoachViewer,
  { revision, ...written }: Written & { revision: number },
  now: number,
) {
  const [saved] = await tx
    .update(lessonDrafts)
    .set({ ...rowOf(coach, written, now), revision: revision + 1 })
    .where(and(draftOf(written), eq(lessonDrafts.revision, revision)))
    .returning({ revision: lessonDrafts.revision });
  return saved;
}

// By chance, so that a window left open on a draft that is gone is not taken for one on the draft after it.
const firstRevision = () => randomInt(1, 1_000_000_000);

export function draftOf({ lessonId, language }: LessonText) {
  return and(eq(lessonDrafts.lessonId, lessonId), eq(lessonDrafts.language, language));
}

function rowOf(coach: CoachViewer, { lessonId, language, words, body }: Written, now: number) {
  return { lessonId, language, ...words, body, editedBy: coach.id, editedAt: now };
}

async function demandLesson(tx: Tx, lessonId: string): Promise<void> {
  const [lesson] = await tx.select({ id: lessons.id }).from(lessons).where(eq(lessons.id, lessonId));
  if (!lesson) throw new NotFound();
}

export async function newestNumber(tx: Tx, { lessonId, language }: LessonText): Promise<number> {
  const [newest] = await tx
    .select({ number: lessonVersions.number })
    .from(lessonVersions)
    .where(and(eq(lessonVersions.lessonId, lessonId), eq(lessonVersions.language, language)))
    .orderBy(desc(lessonVersions.number))
    .limit(1);
  return newest?.number ?? 0;
}

/** The same as `openDraft`, within what a coach does. */
export async function readOpen(tx: Tx, { lessonId, language }: LessonText): Promise<OpenedDraft> {
  const text = { lessonId, language };
  const [draft] = await tx
    .select({
      words: { title: lessonDrafts.title, summary: lessonDrafts.summary, goal: lessonDrafts.goal },
      body: lessonDrafts.body,
      revision: lessonDrafts.revision,
      writtenBy: { id: users.id, name: users.displayName },
      writtenAt: lessonDrafts.editedAt,
    })
    .from(lessonDrafts)
    .innerJoin(users, eq(users.id, lessonDrafts.editedBy))
    .where(draftOf(text));
  if (draft) return { ...text, ...draft, version: await newestNumber(tx, text) };
  const [newest] = await tx
    .select({
      words: { title: lessonVersions.title, summary: lessonVersions.summary, goal: lessonVersions.goal },
      body: lessonVersions.body,
      version: lessonVersions.number,
      writtenBy: { id: users.id, name: users.displayName },
      writtenAt: lessonVersions.publishedAt,
    })
    .from(lessonVersions)
    .leftJoin(users, eq(users.id, lessonVersions.publishedBy))
    .where(and(eq(lessonVersions.lessonId, lessonId), eq(lessonVersions.language, language)))
    .orderBy(desc(lessonVersions.number))
    .limit(1);
  if (!newest) throw new NotFound();
  return { ...text, ...newest, revision: 0 };
}

export function draftToEdit({ lessonId: _, body, ...draft }: OpenedDraft): DraftToEdit {
  return { ...draft, blocks: blocksToEdit(body) };
}

/** Says who wrote there meanwhile, with what stands there now. */
export function refuse(coach: CoachViewer, stored: OpenedDraft): never {
  const who =
    stored.writtenBy?.id === coach.id ? "You, in another window," : (stored.writtenBy?.name ?? "Somebody");
  const did = stored.revision === 0 ? "published this lesson, or let go of its draft" : "wrote here";
  throw new Refusal(`${who} ${did} meanwhile. What you typed is still here, and not saved.`, {
    code: "written_elsewhere",
    status: 409,
    offer: { draft: draftToEdit(stored) },
  });
}

export function noteDraft(
  tx: Tx,
  coach: CoachViewer,
  action: string,
  { lessonId, language }: LessonText,
  meta: Record<string, number> = {},
): Promise<void> {
  return note(tx, coach, action, { type: "lesson", id: lessonId }, { language, ...meta });
}
