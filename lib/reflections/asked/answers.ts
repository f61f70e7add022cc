import { isDeepStrictEqual } from "node:util";
import { answersTo } from "#lib/questions/input.ts";
import type { AskedSet } from "#lib/questions/queries.ts";
import { type Answer, type Answers, isGiven, type Question } from "#lib/questions/question.ts";
import { Refusal } from "#lib/refusal.ts";

/** What was changed. Null, or nothing in it, takes an answer away. */
export type Changes = Record<string, Answer | null>;

/**
 * Checks changes against the questions as they are asked now. `versionId`: those that whoever answers has before them,
 * where an answer may stand that has no place any more.
 */
export function demandAnswers(set: AskedSet, versionId: string, changes: Changes): Changes {
  const given = Object.entries(changes).filter(([, answer]) => isGiven(answer ?? undefined));
  const parsed = answersTo(set.questions).safeParse(Object.fromEntries(given));
  if (parsed.success) return { ...changes, ...(parsed.data as Answers) };
  if (versionId !== set.versionId) throw questionsChanged();
  const [issue] = parsed.error.issues;
  throw new Refusal(issue?.message.endsWith(".") ? issue.message : "Please look at this once more.", {
    code: "invalid",
    status: 422,
    field: ["answers", ...(issue?.path ?? [])].join("."),
  });
}

/** `known` with what was changed since. */
export function withChanges(known: Answers, changes: Changes): Answers {
  const all = Object.entries({ ...known, ...changes });
  return Object.fromEntries(all.filter((entry): entry is [string, Answer] => isGiven(entry[1] ?? undefined)));
}

export const isSame = (one: Answers, other: Answers) => isDeepStrictEqual(one, other);

/** Those that stand under these questions: not what an older version asked, nor what can be chosen no more. */
export function answersUnder(questions: readonly Question[], answers: Answers): Answers {
  const { shape } = answersTo(questions);
  return Object.fromEntries(
    questions.flatMap(({ key }) => {
      const answer = Object.hasOwn(answers, key) ? answers[key] : undefined;
      return answer !== undefined && shape[key]?.safeParse(answer).success ? [[key, answer] as const] : [];
    }),
  );
}

const questionsChanged = () =>
  new Refusal(
    "These questions were changed while you were answering, and one of your answers has no place in them any more. Please copy what you wrote before you load the page again.",
    { code: "questions_changed", status: 409 },
  );
