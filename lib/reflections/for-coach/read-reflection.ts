import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { asViewer, stepAsSystem, type Tx } from "#db/client.ts";
import { flags, reflectionShares, templateVersions, users } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { type ReadFlag, readFlag } from "#lib/flags/read-flag.ts";
import { openQuestion } from "#lib/flags/sealed.ts";
import { type Answers, inNameOf, isGiven, type Question } from "#lib/questions/question.ts";
import { openAnswers } from "#lib/reflections/answers.ts";
import { NotFound } from "#lib/refusal.ts";
import type { SealingKey } from "#lib/sealed/seal.ts";
import { answerWords } from "./answer-words.ts";
import { findReflectionOf } from "./reflection-of.ts";
import { keyOf, listCopies, type Shown, selectShown } from "./shown.ts";

export type ReadAnswer = { key: string; text: string; isProse: boolean; lines: string[]; flags: ReadFlag[] };

/** Something that a client shares, for its coach. Nothing of what it says is there before they open it. */
export type Reading =
  | { state: "unopened"; shown: Shown }
  | {
      state: "opened";
      shown: Shown;
      answers: ReadAnswer[];
      /** The questions that were left blank. */
      blank: string[];
      /** Of a copy that was opened before this one, about what is left blank now. */
      earlier: ReadFlag[];
    }
  /** A newer copy stands in its place. */
  | { state: "replaced"; by: string }
  | { state: "taken_back"; client: { id: string; name: string }; flags: ReadFlag[] };

/** Throws NotFound where it is not there, not theirs, not to be read yet, or taken back and nothing is left of it. */
export async function readReflection(coach: CoachViewer, shareId: string, now: number): Promise<Reading> {
  return asViewer(coach, async (tx) => {
    const [shown] = await selectShown(tx, coach, eq(reflectionShares.id, shareId));
    if (!shown) return readGone(tx, coach, shareId, now);
    if (shown.openedAt === null) return { state: "unopened", shown };
    const key = await keyOf(tx, shown.client.id);
    const marks = await readMarks(tx, coach, shown.reflectionId, key, now);
    const questions = await readQuestions(tx, coach, shareId);
    const [sealed] = await tx
      .select({ answers: reflectionShares.answers })
      .from(reflectionShares)
      .where(eq(reflectionShares.id, shareId));
    if (!sealed) throw new NotFound();
    const place = { table: "reflection_shares" as const, id: shareId, clientId: shown.client.id };
    const answers = openAnswers<Answers>(key, sealed.answers, place);
    // An answer that the coach has read is not marked anew in a newer copy: its mark stays where it was raised.
    const standing = marks.filter((one) => one.shareId === shareId || !one.settled);
    return {
      state: "opened",
      shown,
      answers: answersIn(questions ?? [journal], answers, standing),
      // Whether what is asked a first time only was asked here cannot be told.
      blank: (questions ?? []).flatMap(({ key: one, text, firstTimeOnly }) =>
        isGiven(answers[one]) || firstTimeOnly ? [] : [text],
      ),
      earlier: standing.filter(({ question }) => !isGiven(answers[question])).map(withoutQuestion),
    };
  });
}

const journal = { key: "text", text: "", type: "long" as const, low: "", high: "", options: [] };

type Mark = ReadFlag & { shareId: string | null; question: string };
type Shape = Pick<Question, "key" | "text" | "type" | "low" | "high" | "options">;

function answersIn(questions: readonly Shape[], answers: Answers, marks: readonly Mark[]): ReadAnswer[] {
  return questions.flatMap((question) => {
    const answer = answers[question.key];
    if (!isGiven(answer)) return [];
    return [
      {
        key: question.key,
        text: question.text,
        isProse: question.type === "long" || question.type === "short",
        lines: answerWords(question, answer),
        flags: marks.filter((one) => one.question === question.key).map(withoutQuestion),
      },
    ];
  });
}

/** The questions as they were when it was written, in their order. Undefined: the journal has none. */
async function readQuestions(tx: Tx, coach: CoachViewer, shareId: string): Promise<Question[] | undefined> {
  const [asked] = await tx
    .select({ questions: templateVersions.questions, name: users.displayName })
    .from(reflectionShares)
    .innerJoin(templateVersions, eq(templateVersions.id, reflectionShares.templateVersionId))
    .innerJoin(users, eq(users.id, coach.id))
    .where(eq(reflectionShares.id, shareId));
  return asked?.questions.map((question) => inNameOf(asked.name, question));
}

/** What is marked in any copy of this reflection that counts, the newest first. */
async function readMarks(
  tx: Tx,
  coach: CoachViewer,
  reflectionId: string,
  key: SealingKey,
  now: number,
): Promise<Mark[]> {
  const copies = (await listCopies(tx, coach, [reflectionId])).map(({ id }) => id);
  const rows = await tx
    .select()
    .from(flags)
    .where(and(eq(flags.coachId, coach.id), inArray(flags.shareId, copies)))
    .orderBy(desc(flags.raisedAt), desc(flags.id));
  return rows.map((row) => ({
    ...readFlag(row, key, now),
    shareId: row.shareId,
    question: openQuestion(key, row.question, row),
  }));
}

/** What is left of a copy that was taken back: the newer one, or what was marked in it and had been opened. */
async function readGone(tx: Tx, coach: CoachViewer, shareId: string, now: number): Promise<Reading> {
  const reflectionId = await findReflectionOf(tx, coach, shareId);
  const [newer] = await selectShown(
    tx,
    coach,
    and(eq(reflectionShares.reflectionId, reflectionId), isNull(reflectionShares.withdrawnAt)),
  );
  if (newer) return { state: "replaced", by: newer.id };
  const [copy] = (await listCopies(tx, coach, [reflectionId])).filter(({ id }) => id === shareId);
  const [client] = copy
    ? await stepAsSystem(tx, "who took back what a coach had opened", () =>
        tx.select({ id: users.id, name: users.displayName }).from(users).where(eq(users.id, copy.authorId)),
      )
    : [];
  if (!copy || !client) throw new NotFound();
  const [marked] = await tx.select({ id: flags.id }).from(flags).where(eq(flags.shareId, shareId)).limit(1);
  // Taken back before it was opened: it was never said.
  if (!marked) throw new NotFound();
  const key = await keyOf(tx, client.id);
  const left = (await readMarks(tx, coach, reflectionId, key, now)).filter(({ tier }) => tier !== "note");
  // Which answers they were was taken back too.
  return { state: "taken_back", client, flags: left.map(withoutQuestion) };
}

const withoutQuestion = ({ question: _, shareId: __, ...flag }: Mark): ReadFlag => flag;
