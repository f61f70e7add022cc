import { and, asc, desc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { flags, screeningMoves, screenings, templateVersions, users } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { type ReadFlag, readFlag } from "#lib/flags/read-flag.ts";
import { openQuestion } from "#lib/flags/sealed.ts";
import { type Answers, inNameOf, isGiven, type Question, type Tier } from "#lib/questions/question.ts";
import { openAnswers } from "#lib/reflections/answers.ts";
import { answerWords } from "#lib/reflections/for-coach/answer-words.ts";
import { keyOf } from "#lib/reflections/for-coach/shown.ts";
import type { SealingKey } from "#lib/sealed/seal.ts";
import { openReason, type Reason } from "./sealed.ts";
import { readScreening, type ScreeningStanding } from "./standing.ts";
import { movesFrom, type ScreeningState } from "./states.ts";

export type ReadHealth = {
  key: string;
  text: string;
  lines: string[];
  isProse: boolean;
  flag: ReadFlag | null;
};
/** One step of the talk, with the round that it was about. */
export type ReadMove = Reason & { id: string; from: ScreeningState; to: ScreeningState; at: number };

export type ReadScreening = {
  id: string;
  standing: ScreeningStanding;
  sharedAt: number;
  /** What waits for a doctor’s view first, then what waits for a talk, then what is worth knowing, then the rest. */
  answers: ReadHealth[];
  /** Marked in an answer of an earlier round that is not marked in this one. */
  earlier: ReadFlag[];
  /** Newest first, of earlier rounds too. */
  history: ReadMove[];
  canMoveTo: readonly ScreeningState[];
};

/** What this client shares about their health with this coach. Undefined: nothing, or nothing with this coach. */
export async function readScreeningOf(
  coach: CoachViewer,
  clientId: string,
  now: number,
): Promise<ReadScreening | undefined> {
  return asViewer(coach, async (tx) => {
    const round = await findRound(tx, coach, clientId);
    if (!round) return undefined;
    const standing = await readScreening(tx, { clientId, coachId: coach.id }, now);
    const key = await keyOf(tx, clientId);
    const marks = await readMarks(tx, coach, clientId, key, now);
    const own = marks.filter(({ screeningId }) => screeningId === round.id);
    const given = openAnswers<Answers>(key, round.answers, { table: "screenings", id: round.id, clientId });
    const left = marks.filter((one) => one.screeningId !== round.id && !one.flag.settled);
    return {
      ...{ id: round.id, standing, sharedAt: round.sharedAt ?? 0 },
      answers: inOrder(round.questions, given, own),
      earlier: left.map(({ flag }) => flag),
      history: await readHistory(tx, coach, clientId, key),
      canMoveTo: movesFrom(round.state),
    };
  });
}

async function findRound(tx: Tx, coach: CoachViewer, clientId: string) {
  const { id, state, answers, sharedAt, replacedAt } = screenings;
  const [round] = await tx
    .select({ id, state, answers, sharedAt, questions: templateVersions.questions, name: users.displayName })
    .from(screenings)
    .innerJoin(templateVersions, eq(templateVersions.id, screenings.templateVersionId))
    .innerJoin(users, eq(users.id, screenings.coachId))
    .where(
      and(
        eq(screenings.clientId, clientId),
        eq(screenings.coachId, coach.id),
        isNotNull(sharedAt),
        isNull(replacedAt),
      ),
    );
  if (!round) return undefined;
  return { ...round, questions: round.questions.map((question) => inNameOf(round.name, question)) };
}

type Mark = { screeningId: string | null; question: string; flag: ReadFlag };

async function readMarks(
  tx: Tx,
  coach: CoachViewer,
  clientId: string,
  key: SealingKey,
  now: number,
): Promise<Mark[]> {
  const rows = await tx
    .select()
    .from(flags)
    .where(and(eq(flags.coachId, coach.id), eq(flags.clientId, clientId), isNotNull(flags.screeningId)))
    .orderBy(asc(flags.raisedAt), asc(flags.id));
  return rows.map((row) => ({
    screeningId: row.screeningId,
    question: openQuestion(key, row.question, row),
    flag: readFlag(row, key, now),
  }));
}

const rank: Record<Tier, number> = { medical_review: 0, talk_first: 1, please_look: 2, note: 3 };

function inOrder(questions: readonly Question[], given: Answers, marks: readonly Mark[]): ReadHealth[] {
  const all = questions.flatMap((question): ReadHealth[] => {
    const { key, text, type } = question;
    const answer = given[key];
    if (!isGiven(answer)) return [];
    const flag = marks.find((one) => one.question === key)?.flag ?? null;
    const isProse = type === "long" || type === "short";
    return [{ key, text, lines: answerWords(question, answer), isProse, flag }];
  });
  // Words that say more stand under the question that they belong to.
  const rankOf = ({ key, flag }: ReadHealth): number => {
    const of = saysMoreOf[key];
    const first = of ? all.find((one) => one.key === of) : undefined;
    return first ? rankOf(first) : flag ? rank[flag.tier] : 4;
  };
  return all.sort((a, b) => rankOf(a) - rankOf(b));
}

const saysMoreOf: Record<string, string> = {
  other_meds_list: "other_meds",
  care_knows: "care_now",
  access_needs: "access",
};

async function readHistory(
  tx: Tx,
  coach: CoachViewer,
  clientId: string,
  key: SealingKey,
): Promise<ReadMove[]> {
  const { id, screeningId, fromState, toState, reason, movedAt } = screeningMoves;
  const rounds = tx
    .select({ id: screenings.id })
    .from(screenings)
    .where(and(eq(screenings.clientId, clientId), eq(screenings.coachId, coach.id)));
  const rows = await tx
    .select({ id, fromState, toState, reason, movedAt })
    .from(screeningMoves)
    .where(and(eq(screeningMoves.coachId, coach.id), inArray(screeningId, rounds)))
    .orderBy(desc(movedAt), desc(id))
    .limit(100);
  return rows.map((row) => ({
    ...{ id: row.id, from: row.fromState, to: row.toState, at: row.movedAt },
    ...openReason(key, row.reason, { id: row.id, clientId }),
  }));
}
