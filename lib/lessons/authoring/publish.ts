import { asViewer } from "#db/client.ts";
import { lessonDrafts, lessonVersions } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { lessonWords } from "#lib/lessons/course-files.ts";
import { readLesson } from "#lib/lessons/markdown/read-lesson.ts";
import { Refusal } from "#lib/refusal.ts";
import {
  draftOf,
  type LessonText,
  type LessonWords,
  newestNumber,
  noteDraft,
  readOpen,
  refuse,
} from "./drafts.ts";

/** Makes the draft at `revision` what readers have from now on. What they had, and what they wrote, is kept. */
export async function publishDraft(
  coach: CoachViewer,
  { revision, ...text }: LessonText & { revision: number },
  now: number,
): Promise<{ number: number }> {
  return asViewer(coach, async (tx) => {
    // Two who publish at once take turns here, and the second finds no draft any more.
    await tx
      .select({ revision: lessonDrafts.revision })
      .from(lessonDrafts)
      .where(draftOf(text))
      .for("update");
    const draft = await readOpen(tx, text);
    if (draft.revision === 0 || draft.revision !== revision) refuse(coach, draft);
    demandWords(draft.words);
    demandBlocks(draft.body);
    const number = (await newestNumber(tx, text)) + 1;
    await tx.insert(lessonVersions).values({
      ...text,
      ...draft.words,
      body: draft.body,
      number,
      publishedBy: coach.id,
      publishedAt: now,
    });
    await tx.delete(lessonDrafts).where(draftOf(text));
    await noteDraft(tx, coach, "lesson.published", text, { number });
    return { number };
  });
}

function demandWords(words: LessonWords): void {
  const field = lessonWords.safeParse(words).error?.issues[0]?.path[0];
  if (field !== undefined)
    throw new Refusal("Please write something here first. Readers see it beside the lesson.", {
      code: "words_missing",
      field: String(field),
    });
}

function demandBlocks(body: string): void {
  const { blocks, problems } = readLesson(body);
  if (problems.length > 0)
    throw new Refusal("Something in this lesson is not ready to be read.", {
      code: "not_ready",
      status: 422,
      offer: { problems },
    });
  if (blocks.length === 0)
    throw new Refusal("There is nothing in this lesson yet that could be read.", {
      code: "no_blocks",
      status: 422,
    });
}
