import type { Question } from "./question.ts";

/** About how many minutes it takes to answer these: one for a few lines of words, half of that for all else. */
export function minutesFor(questions: readonly Question[]): number {
  const halves = questions.reduce((sum, { type }) => sum + (type === "long" ? 2 : 1), 0);
  return Math.max(2, Math.ceil(halves / 2));
}
