import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { stepAsSystem, type Tx } from "#db/client.ts";
import { bookings, lessons, lessonVersions, reflections, templateVersions, users } from "#db/schema/index.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { lessonsOfClient } from "#lib/lessons/policy.ts";
import type { Html } from "#lib/lessons/shown-lesson.ts";
import { answerWords } from "#lib/questions/answer-words.ts";
import { type Answer, type Answers, inNameOf, isGiven, type Question } from "#lib/questions/question.ts";
import { openAnswers } from "#lib/reflections/answers.ts";
import { fieldsOf, readVersion, writingBlocksOf } from "#lib/reflections/in-lessons/block-of.ts";
import { findOwnKey } from "#lib/reflections/own-key.ts";

/** An answer under what was asked, as it stood when it was written. */
export type Part = {
  key: string;
  asked: string;
  answer: Answer;
  words: string;
  /** What the two ends of a scale mean. */
  ends?: string;
};

/** One thing that a client wrote, whole. */
export type Piece = {
  id: string;
  kind: (typeof reflections.$inferSelect)["kind"];
  day: number | null;
  createdAt: number;
  writtenAt: number;
  removedAt: number | null;
  revision: number;
  session: { id: string; start: number; coachName: string } | undefined;
  /** `slug`: where it can be read still. `html`: what leads to the words. */
  lesson: { title: string; slug: string | undefined; block: string; name: string; html: Html } | undefined;
  parts: Part[];
  /** Asked, and left blank. */
  blank: string[];
};

/** Opens what this client wrote: the rows that these ids name, in their order. Others are not there. */
export async function readPieces(tx: Tx, client: ClientViewer, ids: string[]): Promise<Piece[]> {
  if (ids.length === 0) return [];
  const rows = await selectRows(tx, client, ids);
  if (rows.length === 0) return [];
  const key = await findOwnKey(tx, client);
  // A lesson that was withdrawn since is seen by no client, and the words are theirs all the same.
  return stepAsSystem(tx, "a client reads what they wrote, on what was asked then", async () => {
    const found = new Map<string, Piece>();
    for (const { answers: sealed, coachName, during, ...row } of rows) {
      const place = { table: "reflections", id: row.id, clientId: client.id } as const;
      const answers = openAnswers<Answers>(key, sealed, place);
      const { lessonId, block, versionId, bookingId, templateVersionId, createdAt, ...rest } = row;
      const about =
        lessonId && block && versionId
          ? await partsOfLesson(tx, client, { lessonId, block, versionId }, answers)
          : templateVersionId
            ? await partsAsked(tx, templateVersionId, answers, coachName ?? "")
            : { parts: textPart(answers), blank: [], lesson: undefined };
      const session =
        bookingId && during ? { id: bookingId, start: during.start, coachName: coachName ?? "" } : undefined;
      found.set(row.id, { ...rest, createdAt: createdAt.getTime(), session, ...about });
    }
    return ids.flatMap((id) => found.get(id) ?? []);
  });
}

function selectRows(tx: Tx, client: ClientViewer, ids: string[]) {
  const { id, kind, day, createdAt, writtenAt, removedAt, revision, answers } = reflections;
  const { lessonId, block, versionId, bookingId, templateVersionId } = reflections;
  return tx
    .select({
      ...{ id, kind, day, createdAt, writtenAt, removedAt, revision, answers },
      ...{ lessonId, block, versionId, bookingId, templateVersionId },
      ...{ during: bookings.during, coachName: users.displayName },
    })
    .from(reflections)
    .leftJoin(bookings, eq(bookings.id, bookingId))
    .leftJoin(users, eq(users.id, bookings.coachId))
    .where(and(eq(reflections.authorId, client.id), inArray(id, ids)));
}

const textPart = ({ text }: Answers): Part[] =>
  typeof text === "string" && text !== "" ? [{ key: "text", asked: "", answer: text, words: text }] : [];

type Asked = Pick<Piece, "parts" | "blank" | "lesson">;

/** Under the questions of the version it was written on; an answer that it has no place for under those of another. */
async function partsAsked(tx: Tx, versionId: string, answers: Answers, coachName: string): Promise<Asked> {
  const [version] = await tx
    .select({ templateId: templateVersions.templateId, questions: templateVersions.questions })
    .from(templateVersions)
    .where(eq(templateVersions.id, versionId));
  const questions = version?.questions ?? [];
  const left = Object.keys(answers).filter((key) => !questions.some((question) => question.key === key));
  const others = left.length > 0 && version ? await readOthers(tx, version.templateId) : [];
  const asked = [
    ...questions,
    ...left.flatMap((key) => others.find((question) => question.key === key) ?? []),
  ].map((question) => inNameOf(coachName, question));
  const parts = asked.flatMap((question): Part[] => {
    const answer = answers[question.key];
    if (!isGiven(answer)) return [];
    return [{ key: question.key, asked: question.text, answer, ...answerWords(question, answer) }];
  });
  const blank = asked.filter(({ key }) => !isGiven(answers[key])).map(({ text }) => text);
  return { parts, blank, lesson: undefined };
}

async function readOthers(tx: Tx, templateId: string): Promise<Question[]> {
  const rows = await tx
    .select({ questions: templateVersions.questions })
    .from(templateVersions)
    .where(eq(templateVersions.templateId, templateId))
    .orderBy(desc(templateVersions.number));
  return rows.flatMap(({ questions }) => questions);
}

type InLesson = { lessonId: string; block: string; versionId: string };

async function partsOfLesson(
  tx: Tx,
  client: ClientViewer,
  { lessonId, block, versionId }: InLesson,
  answers: Answers,
): Promise<Asked> {
  const versions = await tx
    .select({
      id: lessonVersions.id,
      title: lessonVersions.title,
      slug: lessons.slug,
      isThere: sql<boolean>`(${lessonsOfClient(client.id)})`,
    })
    .from(lessonVersions)
    .innerJoin(lessons, eq(lessons.id, lessonVersions.lessonId))
    .where(eq(lessons.id, lessonId))
    .orderBy(asc(lessonVersions.number));
  const version = versions.find(({ id }) => id === versionId);
  const asked = writingBlocksOf(await readVersion(tx, versionId)).get(block);
  const labels = new Map(asked ? fieldsOf(asked).map(({ id, label }) => [id, label ?? ""]) : []);
  const given = Object.entries(answers).filter(([, answer]) => isGiven(answer));
  // Where a field went before the last words were written, another version knows it.
  for (const { id } of versions.toReversed()) {
    if (given.every(([field]) => labels.has(field))) break;
    const other = writingBlocksOf(await readVersion(tx, id)).get(block);
    for (const field of other ? fieldsOf(other) : [])
      if (!labels.has(field.id)) labels.set(field.id, field.label ?? "");
  }
  const inOrder = [...labels.keys(), ...given.map(([field]) => field).filter((field) => !labels.has(field))];
  const parts = inOrder.flatMap((field): Part[] => {
    const answer = answers[field];
    return typeof answer === "string" && isGiven(answer)
      ? [{ key: field, asked: labels.get(field) ?? "", answer, words: answer }]
      : [];
  });
  const name = asked ? ("title" in asked && asked.title) || asked.heading : "";
  return {
    parts,
    blank: [],
    lesson: {
      title: version?.title ?? "",
      slug: version?.isThere ? version.slug : undefined,
      ...{ block, name, html: asked?.html ?? "" },
    },
  };
}
