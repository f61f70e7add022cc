import { and, eq } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { lessonDrafts, lessonVersions } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";
import { settings } from "#lib/running/settings.ts";
import { seal, unseal } from "#lib/sealed/seal.ts";
import { draftOf, noteDraft, putDraft, type Written } from "./drafts.ts";
import type { RestoreVersionInput, UndoRestoreInput } from "./input.ts";

/** `undo`: the draft that went for it, sealed for the coach who did this; null where there was none. */
type Restored = { revision: number; undo: string | null };

/** Makes an earlier version the new draft. Readers keep what they have until it is published. */
export async function restoreVersion(
  coach: CoachViewer,
  lessonId: string,
  { versionId, over }: RestoreVersionInput,
  now: number,
): Promise<Restored> {
  return asViewer(coach, async (tx) => {
    const [version] = await tx
      .select({
        language: lessonVersions.language,
        words: { title: lessonVersions.title, summary: lessonVersions.summary, goal: lessonVersions.goal },
        body: lessonVersions.body,
      })
      .from(lessonVersions)
      .where(and(eq(lessonVersions.id, versionId), eq(lessonVersions.lessonId, lessonId)));
    if (!version) throw new NotFound();
    const text = { lessonId, language: version.language };
    const before = await lockDraft(tx, text);
    const put = await putDraft(tx, coach, { ...text, ...version, over }, now);
    if (!put) throw draftChanged();
    return { revision: put.revision, undo: before ? sealed(coach, before) : null };
  });
}

/** Puts back what stood there before `restoreVersion`, as long as nobody wrote on. */
export async function undoRestore(
  coach: CoachViewer,
  lessonId: string,
  { language, revision, undo }: UndoRestoreInput,
  now: number,
): Promise<void> {
  const text = { lessonId, language };
  const before = undo === null ? undefined : opened(coach, undo);
  if (before && (before.lessonId !== lessonId || before.language !== language)) throw new NotFound();
  await asViewer(coach, async (tx) => {
    if (before) {
      if (!(await putDraft(tx, coach, { ...before, over: revision }, now))) throw draftChanged();
      return;
    }
    const mine = and(draftOf(text), eq(lessonDrafts.revision, revision));
    if ((await tx.delete(lessonDrafts).where(mine)).count === 0) throw draftChanged();
    await noteDraft(tx, coach, "lesson.draft_discarded", text);
  });
}

async function lockDraft(tx: Tx, text: { lessonId: string; language: string }): Promise<Written | undefined> {
  const [draft] = await tx
    .select({
      lessonId: lessonDrafts.lessonId,
      language: lessonDrafts.language,
      words: { title: lessonDrafts.title, summary: lessonDrafts.summary, goal: lessonDrafts.goal },
      body: lessonDrafts.body,
    })
    .from(lessonDrafts)
    .where(draftOf(text))
    .for("update");
  return draft;
}

const placeOf = (coach: CoachViewer) => `lesson_drafts|undo|${coach.id}`;

function sealed(coach: CoachViewer, draft: Written): string {
  return seal(settings().encryptionKeys, JSON.stringify(draft), placeOf(coach)).toString("base64url");
}

function opened(coach: CoachViewer, undo: string): Written {
  try {
    const bytes = Buffer.from(undo, "base64url");
    return JSON.parse(unseal(settings().encryptionKeys, bytes, placeOf(coach)).toString("utf8")) as Written;
  } catch {
    throw new Refusal("This cannot be undone any more.", { code: "no_undo" });
  }
}

const draftChanged = () =>
  new Refusal(
    "Somebody wrote in the draft since you looked, so nothing was changed. Reload the page to see it.",
    {
      code: "draft_changed",
    },
  );
