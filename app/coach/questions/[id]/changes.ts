import type { Question, QuestionType } from "#lib/questions/question.ts";

/** All changes give a new list and leave the one they began with. */
export function moved(questions: readonly Question[], key: string, by: -1 | 1): Question[] {
  const at = questions.findIndex((one) => one.key === key);
  const to = at + by;
  const question = questions[at];
  if (!question || to < 0 || to >= questions.length) return [...questions];
  return questions.toSpliced(at, 1).toSpliced(to, 0, question);
}

export function without(questions: readonly Question[], key: string): Question[] {
  return questions.filter((one) => one.key !== key);
}

/** Where it stood, or as near to it as there is now. */
export function putBack(questions: readonly Question[], question: Question, at: number): Question[] {
  return questions.toSpliced(Math.min(at, questions.length), 0, question);
}

export function changed(questions: readonly Question[], key: string, change: Partial<Question>): Question[] {
  return questions.map((one) => (one.key === key ? { ...one, ...change } : one));
}

/** A question of the coach's own, with nothing said in it. `key` must be new. */
export function blank(type: QuestionType, key: string): Question {
  const isChosen = type === "choice" || type === "multi";
  return {
    key,
    type,
    text: "",
    why: "",
    before: "",
    beneath: "",
    required: false,
    low: type === "scale" ? "not at all" : "",
    high: type === "scale" ? "very" : "",
    options: isChosen ? [optionOf([]), optionOf([{ key: "own_1" }])] : [],
    partner: "no",
    firstTimeOnly: false,
    stays: false,
    concern: null,
    waitsFor: null,
  };
}

/** One more answer to choose, with a key that none of these has. */
export function optionOf(options: readonly { key: string }[]): { key: string; text: string } {
  const numbers = options.map(({ key }) => Number(/^own_(\d+)$/.exec(key)?.[1] ?? 0));
  return { key: `own_${Math.max(0, ...numbers) + 1}`, text: "" };
}

/** A key for a question that the practice has never asked. */
export const newKey = () => `own_${crypto.randomUUID().replaceAll("-", "").slice(0, 12)}`;
