import { and, desc, eq, isNull } from "drizzle-orm";
import { asViewer, stepAsSystem } from "#db/client.ts";
import { lessonVersions, reflectionShares } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import type { Html } from "#lib/lessons/shown-lesson.ts";
import { openAnswers } from "#lib/reflections/answers.ts";
import { findClientKeys } from "#lib/reflections/client-key.ts";
import { fieldsOf, readVersion, writingBlocksOf } from "./block-of.ts";
import { shown } from "./columns.ts";

/** Words that a client shows a coach, under the question as it stood. */
export type ShownToCoach = {
  id: string;
  lesson: string;
  title: string;
  html: Html;
  answers: { label: string | undefined; words: string }[];
  sharedAt: number;
};

/** What this client shows this coach, newest first. Nothing else of what they wrote exists for a coach. */
export async function listShown(coach: CoachViewer, clientId: string): Promise<ShownToCoach[]> {
  return asViewer(coach, async (tx) => {
    const { id, answers, sharedAt } = reflectionShares;
    const rows = await tx
      .select({ id, ...shown, answers, sharedAt, lesson: lessonVersions.title })
      .from(reflectionShares)
      .innerJoin(lessonVersions, eq(lessonVersions.id, reflectionShares.versionId))
      .where(
        and(
          eq(reflectionShares.authorId, clientId),
          eq(reflectionShares.readerId, coach.id),
          eq(reflectionShares.reader, "coach"),
          isNull(reflectionShares.withdrawnAt),
        ),
      )
      .orderBy(desc(sharedAt), desc(id));
    if (rows.length === 0) return [];
    const keys = await stepAsSystem(tx, "a coach reads what a client shows them", () =>
      findClientKeys(tx, [clientId]),
    );
    const key = keys.get(clientId);
    if (!key) throw new Error("What was sealed has no key");
    const all: ShownToCoach[] = [];
    for (const row of rows) {
      const asked = writingBlocksOf(await readVersion(tx, row.versionId)).get(row.block);
      const words = openAnswers(key, row.answers, { table: "reflection_shares", id: row.id, clientId });
      const fields = asked ? fieldsOf(asked) : [];
      const others = Object.keys(words).filter((field) => !fields.some(({ id }) => id === field));
      all.push({
        id: row.id,
        lesson: row.lesson,
        title: asked && "title" in asked ? (asked.title ?? asked.heading) : (asked?.heading ?? ""),
        html: asked?.html ?? "",
        answers: [...fields, ...others.map((id) => ({ id, label: undefined }))].flatMap(({ id, label }) =>
          words[id] === undefined ? [] : [{ label, words: words[id] }],
        ),
        sharedAt: row.sharedAt,
      });
    }
    return all;
  });
}
