import { and, eq, inArray, isNotNull, isNull, or, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { reflectionShares, templateVersions } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import type { Html } from "#lib/lessons/shown-lesson.ts";
import type { Answers, Question } from "#lib/questions/question.ts";
import { openAnswers } from "#lib/reflections/answers.ts";
import { keyOf } from "#lib/reflections/for-coach/shown.ts";
import { fieldsOf, readVersion, writingBlocksOf } from "#lib/reflections/in-lessons/block-of.ts";
import { type Opened, trendsIn } from "./trends.ts";
import { type Quoted, quoteOf } from "./words.ts";

/** What a client wrote in a lesson, under the question as it stood. */
export type FromLesson = {
  title: string;
  html: Html;
  answers: { label: string | undefined; words: string }[];
};

const inTrends = 24;

/**
 * What may be read of these copies, and three numbers over time. Only what its coach opened is unsealed, and of what
 * was shared from lessons, which needs no opening.
 */
export async function readOpened(tx: Tx, coach: CoachViewer, clientId: string, shareIds: string[]) {
  const s = reflectionShares;
  const newest = sql`(select id from reflection_shares where reader_id = ${coach.id} and author_id = ${clientId}
    and withdrawn_at is null and opened_at is not null and template_version_id is not null
    order by readable_from desc, id desc limit ${inTrends})`;
  const rows = await tx
    .select({
      ...{ id: s.id, kind: s.kind, answers: s.answers, at: s.readableFrom },
      ...{ block: s.block, versionId: s.versionId, questions: templateVersions.questions },
    })
    .from(s)
    .leftJoin(templateVersions, eq(templateVersions.id, s.templateVersionId))
    .where(
      and(
        ...[eq(s.readerId, coach.id), eq(s.authorId, clientId), eq(s.reader, "coach"), isNull(s.withdrawnAt)],
        or(isNotNull(s.openedAt), eq(s.kind, "lesson")),
        or(shareIds.length > 0 ? inArray(s.id, shareIds) : undefined, sql`${s.id} in ${newest}`),
      ),
    );
  const quotes = new Map<string, Quoted>();
  const fromLessons = new Map<string, FromLesson>();
  const opened: Opened[] = [];
  if (rows.length === 0) return { quotes, fromLessons, trends: trendsIn([]) };
  const key = await keyOf(tx, clientId);
  for (const row of rows) {
    const answers = openAnswers<Answers>(key, row.answers, {
      table: "reflection_shares",
      id: row.id,
      clientId,
    });
    const questions: Question[] = row.questions ?? [];
    if (row.kind === "lesson")
      fromLessons.set(row.id, await inLesson(tx, row.versionId ?? "", row.block ?? "", answers));
    else quotes.set(row.id, quoteOf(questions, answers));
    if (row.questions) opened.push({ at: row.at, questions, answers });
  }
  return { quotes, fromLessons, trends: trendsIn(opened) };
}

async function inLesson(tx: Tx, versionId: string, block: string, words: Answers): Promise<FromLesson> {
  const asked = writingBlocksOf(await readVersion(tx, versionId)).get(block);
  const fields = asked ? fieldsOf(asked) : [];
  const others = Object.keys(words).filter((field) => !fields.some(({ id }) => id === field));
  return {
    title: asked && "title" in asked ? (asked.title ?? asked.heading) : (asked?.heading ?? ""),
    html: asked?.html ?? "",
    answers: [...fields, ...others.map((id) => ({ id, label: undefined }))].flatMap(({ id, label }) =>
      words[id] === undefined ? [] : [{ label, words: String(words[id]) }],
    ),
  };
}
