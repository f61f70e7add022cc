import { and, asc, desc, eq, lt, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { bookings, reflections, templateVersions } from "#db/schema/index.ts";
import { together } from "#db/together.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { begins } from "#lib/bookings/queries.ts";
import { type Answers, isGiven, type Question } from "#lib/questions/question.ts";
import { openAnswers } from "#lib/reflections/answers.ts";
import type { SealingKey } from "#lib/sealed/seal.ts";
import type { About } from "./about.ts";
import type { AskedSession } from "./session.ts";

/** Whoever left a question for the first time blank so often is not asked it again. */
const timesAskedFirst = 5;
/** The one before may have left blank what is looked at twice running. */
const lookedBackAt = 2;
/** Whoever may be called after guidance is written down once, and filled in from then on. */
const filledIn = "contact";

type Asked = { about: About; session: AskedSession; questions: readonly Question[] };
/** What was written in one place, sealed. */
type Row = { id: string; answers: Buffer };

const noRows: Promise<Row[]> = Promise.resolve([]);

const firstKeys = (questions: readonly Question[]) =>
  questions.filter(({ firstTimeOnly }) => firstTimeOnly).map(({ key }) => key);
const runningKeys = (questions: readonly Question[]) =>
  questions.filter(({ concern }) => concern?.twiceRunning).map(({ key }) => key);

/** Of what this client answered before with this coach, what the questions have to know of, and no more. */
export async function readEarlier(tx: Tx, client: ClientViewer, asked: Asked) {
  const { session, questions } = asked;
  const withCoach = eq(bookings.coachId, session.coachId);
  const [first, running] = [firstKeys(questions), runningKeys(questions)];
  const [firstRows, runningRows] = await together(
    first.length > 0
      ? selectBefore(tx, client, asked, first, withCoach)
          .orderBy(asc(begins))
          .limit(timesAskedFirst)
          .execute()
      : noRows,
    running.length > 0
      ? newestBefore(tx, client, asked, running, withCoach).limit(lookedBackAt).execute()
      : noRows,
  );
  return { firstRows, runningRows };
}

export type Earlier = Awaited<ReturnType<typeof readEarlier>>;

/** What this client answered last time to what is filled in from then on. */
export async function readToFillIn(tx: Tx, client: ClientViewer, asked: Asked): Promise<Row | undefined> {
  const isFilledIn = asked.about.kind === "session" && asked.session.kind === "guidance";
  if (!isFilledIn || !asked.questions.some(({ key }) => key === filledIn)) return undefined;
  const [row] = await newestBefore(tx, client, asked, [filledIn]).limit(1);
  return row;
}

export function openToFillIn(row: Row | undefined, open: (row: Row) => Answers): Answers {
  return row ? only([filledIn], open(row)) : {};
}

/** Those that are for now: of a first time only what was not answered before, or is answered here. */
export function questionsFor(
  questions: readonly Question[],
  here: Answers,
  { firstRows }: Earlier,
  open: (row: Row) => Answers,
): Question[] {
  const first = firstRows.map(open);
  const isForNow = ({ key }: Question) =>
    isGiven(here[key]) || (first.length < timesAskedFirst && !first.some((answers) => isGiven(answers[key])));
  return questions.filter((question) => !question.firstTimeOnly || isForNow(question));
}

/** What they answered before where it matters whether it is twice running, newest first. */
export function runningBefore(
  questions: readonly Question[],
  { runningRows }: Earlier,
  open: (row: Row) => Answers,
): Answers[] {
  return runningRows.map((row) => only(runningKeys(questions), open(row)));
}

export function openRow(key: SealingKey, { id: clientId }: ClientViewer, { id, answers }: Row): Answers {
  return openAnswers<Answers>(key, answers, { table: "reflections", id, clientId });
}

const only = (keys: readonly string[], answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => keys.includes(key)));

function newestBefore(tx: Tx, client: ClientViewer, asked: Asked, keys: string[], where?: SQL) {
  return selectBefore(tx, client, asked, keys, where).orderBy(desc(begins), desc(reflections.day));
}

/** Written before a session that began earlier, or on an earlier day after the same one, where one of these was asked. */
function selectBefore(tx: Tx, client: ClientViewer, { about, session }: Asked, keys: string[], where?: SQL) {
  const { id, authorId, kind, bookingId, day, answers } = reflections;
  const beganEarlier = sql`${begins} < ${new Date(session.during.start).toISOString()}`;
  const sameSession =
    about.day === null ? undefined : and(eq(bookingId, about.bookingId), lt(day, about.day));
  const asked = keys.map((key) => sql`${templateVersions.questions} @> ${JSON.stringify([{ key }])}::jsonb`);
  return tx
    .select({ id, answers })
    .from(reflections)
    .innerJoin(bookings, eq(bookings.id, bookingId))
    .innerJoin(templateVersions, eq(templateVersions.id, reflections.templateVersionId))
    .where(
      and(eq(authorId, client.id), eq(kind, about.kind), or(beganEarlier, sameSession), or(...asked), where),
    )
    .$dynamic();
}
