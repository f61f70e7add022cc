import { and, desc, eq } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { lessonDrafts, lessonVersions, users } from "#db/schema/index.ts";
import { together } from "#db/together.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { draftOf, type LessonText, type LessonWords } from "./drafts.ts";

export type Version = {
  id: string;
  number: number;
  at: number;
  /** Null: it came with the portal. */
  by: string | null;
};

export type WholeText = { words: LessonWords; body: string };

/** What was published of a lesson in one language, the newest first, and the draft. Undefined: there is neither. */
export async function findVersions(coach: CoachViewer, text: LessonText) {
  return asViewer(coach, async (tx) => {
    const [versions, [draft], published, drafted] = await together(
      selectVersions(tx, text),
      selectDraft(tx, text),
      tx
        .selectDistinct({ language: lessonVersions.language })
        .from(lessonVersions)
        .where(eq(lessonVersions.lessonId, text.lessonId)),
      tx
        .select({ language: lessonDrafts.language })
        .from(lessonDrafts)
        .where(eq(lessonDrafts.lessonId, text.lessonId)),
    );
    const title = versions[0]?.title ?? draft?.title;
    if (title === undefined) return undefined;
    const languages = new Set([...published, ...drafted].map(({ language }) => language));
    return { title, versions, draft: draft ?? null, languages: [...languages].sort() };
  });
}
export type FoundVersions = NonNullable<Awaited<ReturnType<typeof findVersions>>>;

/** All words of a version, or of the draft. */
export async function findText(
  coach: CoachViewer,
  text: LessonText,
  which: number | "draft",
): Promise<WholeText | undefined> {
  return asViewer(coach, async (tx) => {
    const [found] = await (which === "draft"
      ? tx
          .select({
            words: { title: lessonDrafts.title, summary: lessonDrafts.summary, goal: lessonDrafts.goal },
            body: lessonDrafts.body,
          })
          .from(lessonDrafts)
          .where(draftOf(text))
      : tx
          .select({
            words: {
              title: lessonVersions.title,
              summary: lessonVersions.summary,
              goal: lessonVersions.goal,
            },
            body: lessonVersions.body,
          })
          .from(lessonVersions)
          .where(and(versionsOf(text), eq(lessonVersions.number, which))));
    return found;
  });
}

const versionsOf = ({ lessonId, language }: LessonText) =>
  and(eq(lessonVersions.lessonId, lessonId), eq(lessonVersions.language, language));

function selectVersions(tx: Tx, text: LessonText) {
  return tx
    .select({
      id: lessonVersions.id,
      number: lessonVersions.number,
      title: lessonVersions.title,
      at: lessonVersions.publishedAt,
      by: users.displayName,
    })
    .from(lessonVersions)
    .leftJoin(users, eq(users.id, lessonVersions.publishedBy))
    .where(versionsOf(text))
    .orderBy(desc(lessonVersions.number));
}

function selectDraft(tx: Tx, text: LessonText) {
  return tx
    .select({
      title: lessonDrafts.title,
      revision: lessonDrafts.revision,
      at: lessonDrafts.editedAt,
      by: users.displayName,
    })
    .from(lessonDrafts)
    .innerJoin(users, eq(users.id, lessonDrafts.editedBy))
    .where(draftOf(text));
}
