import { eq } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { lessonDrafts, lessonVersions } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { lessonWords } from "#lib/lessons/course-files.ts";
import { readLesson } from "#lib/lessons/markdown/read-lesson.ts";
import { writeLesson } from "#lib/lessons/markdown/write-lesson.ts";
import { Refusal } from "#lib/refusal.ts";
import {
  draftOf,
  type LessonText,
  type LessonWords,
  newestNumber,
  noteDraft,
  type OpenedDraft,
  readOpen,
  refuse,
} from "./drafts.ts";
import { faultsIn } from "./faults.ts";
import { readDraft } from "./read-draft.ts";
import { nameNewBlocks, namesIn } from "./short-names.ts";

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
    const body = await readyBody(tx, draft);
    const number = (await newestNumber(tx, text)) + 1;
    await tx
      .insert(lessonVersions)
      .values({ ...text, ...draft.words, body, number, publishedBy: coach.id, publishedAt: now });
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

/** The text as readers will have it: what is new in it has its ids. */
async function readyBody(tx: Tx, { lessonId, body }: OpenedDraft): Promise<string> {
  const written = readDraft(body);
  if (written.length === 0)
    throw new Refusal("There is nothing in this lesson yet that could be read.", {
      code: "no_blocks",
      status: 422,
    });
  const problems = faultsIn(written);
  if (problems.length > 0)
    throw new Refusal("Something here is not ready to be read yet. It says so beside each part.", {
      code: "not_ready",
      status: 422,
      offer: { problems },
    });
  const versions = await tx
    .select({ body: lessonVersions.body })
    .from(lessonVersions)
    .where(eq(lessonVersions.lessonId, lessonId));
  const names = namesIn(versions.map((version) => readLesson(version.body).blocks));
  const ready = writeLesson(nameNewBlocks(written, names));
  const [left] = readLesson(ready).problems;
  if (left) throw new Refusal(left.sentence, { code: "not_ready", status: 422 });
  return ready;
}
