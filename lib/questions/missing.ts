import { type Answers, isGiven, type Question } from "./question.ts";

/** `waits`: there is an answer, and sending waits for another one. */
export type Missing = { key: string; text: string; why: string; is: "blank" | "waits" };

/** What is wanted before these answers can be sent, each with why. "I'd rather not say" is an answer. */
export function missingOf(questions: readonly Question[], answers: Answers): Missing[] {
  return questions.flatMap(({ key, text, why, required, waitsFor }): Missing[] => {
    const answer = answers[key];
    if (!isGiven(answer)) return required ? [{ key, text, why, is: "blank" }] : [];
    return waitsFor !== null && answer !== waitsFor ? [{ key, text, why, is: "waits" }] : [];
  });
}
