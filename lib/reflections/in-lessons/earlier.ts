import { desc, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { lessonVersions } from "#db/schema/index.ts";
import type { Html } from "#lib/lessons/shown-lesson.ts";
import type { Answers } from "#lib/reflections/answers.ts";
import { fieldsOf, readVersion, type WritingBlock, writingBlocksOf } from "./block-of.ts";

/** Words under a question as it stood when they were written. */
export type EarlierWriting = {
  block: string;
  title: string;
  /** The question itself, or what leads to an exercise. */
  html: Html;
  answers: { label: string | undefined; words: string }[];
};

type Reflected = { block: string; answers: Answers; versionId: string };

/** What the version that is read has no place for any more: a whole block, or some fields of one. */
export async function listEarlier(
  tx: Tx,
  lesson: { id: string; versionId: string },
  reflected: Reflected[],
): Promise<EarlierWriting[]> {
  if (reflected.length === 0) return [];
  const now = writingBlocksOf(await readVersion(tx, lesson.versionId));
  const left = reflected
    .map((one) => ({ ...one, fields: fieldsLeft(one.answers, now.get(one.block)) }))
    .filter(({ fields }) => fields.length > 0);
  if (left.length === 0) return [];
  const versions = await listVersions(tx, lesson.id);
  const earlier: EarlierWriting[] = [];
  for (const { block, answers, versionId, fields } of left) {
    // Where a field went before the last words were written, an older version knows it.
    const from = [versionId, ...versions.filter((id) => id !== versionId)];
    for (const id of from) {
      const asked = writingBlocksOf(await readVersion(tx, id)).get(block);
      const known = asked ? fieldsOf(asked).filter((field) => fields.includes(field.id)) : [];
      if (!asked || known.length === 0) continue;
      earlier.push({
        block,
        title: "title" in asked ? (asked.title ?? asked.heading) : asked.heading,
        html: asked.html,
        answers: known.map(({ id: field, label }) => ({ label, words: answers[field] ?? "" })),
      });
      for (const field of known) fields.splice(fields.indexOf(field.id), 1);
      if (fields.length === 0) break;
    }
  }
  return earlier;
}

function fieldsLeft(answers: Answers, block: WritingBlock | undefined): string[] {
  const known = new Set(block ? fieldsOf(block).map(({ id }) => id) : []);
  return Object.keys(answers).filter((field) => !known.has(field));
}

async function listVersions(tx: Tx, lessonId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: lessonVersions.id })
    .from(lessonVersions)
    .where(eq(lessonVersions.lessonId, lessonId))
    .orderBy(desc(lessonVersions.number));
  return rows.map(({ id }) => id);
}
