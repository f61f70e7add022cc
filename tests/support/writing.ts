import { and, desc, eq } from "drizzle-orm";
import { asSystem } from "#db/client.ts";
import { lessons, lessonVersions, reflections } from "#db/schema/index.ts";
import type { Answers } from "#lib/reflections/answers.ts";
import type { WritingInput } from "#lib/reflections/in-lessons/input.ts";
import { saveWriting } from "#lib/reflections/in-lessons/save-writing.ts";
import { shareWriting } from "#lib/reflections/in-lessons/share-writing.ts";
import { aLesson } from "./lessons.ts";
import type { Client, Coach } from "./people.ts";

/** A lesson of everybody's: an exercise of four fields, a journal and a question for two. */
export const aLessonToWriteIn = "when-one-reaches";

type Lesson = { id: string; versionId: string };

/** A lesson with the version that is read. */
export async function findLessonToWriteIn(slug = aLessonToWriteIn): Promise<Lesson> {
  const [lesson] = await asSystem("a test looks for a lesson", (tx) =>
    tx
      .select({ id: lessons.id, versionId: lessonVersions.id })
      .from(lessons)
      .innerJoin(lessonVersions, eq(lessonVersions.lessonId, lessons.id))
      .where(eq(lessons.slug, slug))
      .orderBy(desc(lessonVersions.number)),
  );
  if (!lesson) throw new Error(`There is no lesson ${slug}`);
  return lesson;
}

/** The next version of a lesson, its text changed by `change`. */
export async function aNextVersion(lesson: Lesson, change: (body: string) => string): Promise<Lesson> {
  const [made] = await asSystem("a test publishes a version", async (tx) => {
    const [newest] = await tx
      .select()
      .from(lessonVersions)
      .where(eq(lessonVersions.lessonId, lesson.id))
      .orderBy(desc(lessonVersions.number))
      .limit(1);
    if (!newest) throw new Error("A lesson without a version");
    const { id: _, number, body, ...rest } = newest;
    return tx
      .insert(lessonVersions)
      .values({ ...rest, number: number + 1, body: change(body) })
      .returning({ versionId: lessonVersions.id });
  });
  return { id: lesson.id, versionId: made?.versionId ?? "" };
}

export function written(
  { id: author }: { id: string },
  { id: lessonId, versionId }: Lesson,
  block: string,
  answers: Answers,
  revision = 0,
): WritingInput {
  return { author, lessonId, versionId, block, answers, revision };
}

/** What this client shows this coach, in a lesson of its own; gives the share's id. */
export async function aShare(client: Client, { id: reader }: Coach): Promise<string> {
  const words = written(client, await aLesson(), "scared", { words: "Our evenings." });
  return (await shareWriting(client, { ...words, reader }, Date.now())).shareId;
}

/** What this client wrote in a lesson, for themselves; gives its id. */
export async function aWriting(client: Client, lesson?: Lesson): Promise<string> {
  const words = written(client, lesson ?? (await aLesson()), "ceiling", { words: "From above." });
  await saveWriting(client, words, Date.now());
  const [row] = await asSystem("a test looks for what was written", (tx) =>
    tx
      .select({ id: reflections.id })
      .from(reflections)
      .where(
        and(
          eq(reflections.authorId, client.id),
          eq(reflections.lessonId, words.lessonId),
          eq(reflections.block, "ceiling"),
        ),
      ),
  );
  return row?.id ?? "";
}
