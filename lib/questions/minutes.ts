import type { Question, QuestionType } from "./question.ts";

// Tenths of a minute.
const takes: Record<QuestionType, number> = { long: 10, short: 5, scale: 3, choice: 3, multi: 3, yesno: 3 };

/** About how many minutes it takes to answer these. */
export function minutesFor(questions: readonly Pick<Question, "type">[]): number {
  const tenths = questions.reduce((sum, { type }) => sum + takes[type], 0);
  return Math.max(1, Math.ceil(tenths / 10));
}
