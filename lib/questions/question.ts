import type { QuestionType, StoredConcern, StoredQuestion, Tier } from "#db/schema/questions.ts";

export type Question = StoredQuestion;
export type Concern = StoredConcern;
export type { QuestionType, Tier };

/** Text, the key of an option, yes, no or talk; a number from 0 to 10, or unsaid; the keys of options. */
export type Answer = string | number | string[];
/** What is left blank, or skipped, has no entry. */
export type Answers = Record<string, Answer>;

/** "I'd rather not say": an answer to a scale. */
export const unsaid = "unsaid";
/** Yes, no, "I'd rather talk about it". */
export const yesNoTalk = ["yes", "no", "talk"] as const;
export const scaleNumbers = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

export const mostLetters = { long: 10_000, short: 300 } as const;

/** May never be shown to a partner, whatever a set says. */
export const neverToPartner: readonly string[] = ["free_to_speak", "not_today"];

/** The questions that somebody is asked who has, or has not, been asked these before. */
export function askedNow(questions: readonly Question[], isFirstTime: boolean): Question[] {
  return questions.filter(({ firstTimeOnly }) => isFirstTime || !firstTimeOnly);
}

/** The words of a question as its reader's coach says them. */
export function inNameOf(coachName: string, question: Question): Question {
  const say = (words: string) => words.replaceAll("{coach}", coachName);
  const { concern } = question;
  return {
    ...question,
    text: say(question.text),
    why: say(question.why),
    before: say(question.before),
    beneath: say(question.beneath),
    low: say(question.low),
    high: say(question.high),
    options: question.options.map(({ key, text }) => ({ key, text: say(text) })),
    concern: concern?.says ? { ...concern, says: say(concern.says) } : concern,
  };
}

/** Whether there is anything in an answer. */
export function isGiven(answer: Answer | undefined): answer is Answer {
  if (typeof answer === "string") return answer.trim() !== "";
  return typeof answer === "number" || (answer?.length ?? 0) > 0;
}
