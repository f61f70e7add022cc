import { type Answers, isGiven, type Question } from "#lib/questions/question.ts";
import { answerWords } from "#lib/reflections/for-coach/answer-words.ts";

/** Something that was shared and opened: what was asked, and what was answered. */
export type Told = {
  id: string;
  kind: string;
  session: string | null;
  at: number;
  questions: readonly Question[];
  answers: Answers;
};

export type Answered = { key: string; text: string; lines: string[]; at: number };

/** What somebody wants from a session, by what is asked before its kind. */
export const wants = ["today", "focus", "hope", "question"] as const;
export const changes = ["changes", "health_change", "recent_days", "decision", "trust_person"] as const;
export const boundaries = {
  touch: ["touch"],
  leaveAlone: ["limits", "not_today"],
  comfort: ["ease", "hard_moment"],
} as const;

/** The newest answer to any of these questions, in words. Of two in one, the first of `keys`. */
export function newestAnswer(told: readonly Told[], keys: readonly string[]): Answered | undefined {
  for (const one of [...told].sort((a, b) => b.at - a.at)) {
    const [found] = answersTo([one], keys);
    if (found) return found;
  }
  return undefined;
}

/** What was answered to these, in the order of `keys`. */
export function answersTo(told: readonly Told[], keys: readonly string[]): Answered[] {
  return told.flatMap(({ questions, answers, at }) =>
    keys.flatMap((key) => {
      const [question, answer] = [questions.find((one) => one.key === key), answers[key]];
      if (!question || !isGiven(answer)) return [];
      return [{ key, text: question.text, lines: answerWords(question, answer), at }];
    }),
  );
}
