import type { Answers, Question } from "#lib/questions/question.ts";

/** A page of questions that are answered where they stand, and kept as they are. */
export type Answerable = {
  questions: Question[];
  coachName: string;
  /** What is stored, how often it was written, and what is said of that. */
  answers: Answers;
  revision: number;
  saved: string;
  /** Where it is kept, and what goes with it each time. */
  keep: { path: string; about: Record<string, unknown> };
  /** What they answered before these, newest first, where it matters whether it is twice running. */
  earlier: Answers[];
  /** Something of it was shared before. */
  isShared: boolean;
  /** What the page says stands with the coach is what stands here: it is read anew once that is no longer so. */
  isNewest: boolean;
  /** The answers that a partner can read. */
  shown: readonly string[];
  /** The page behind this one. */
  leaveTo: string;
  /** What is said when it can be kept here no more. */
  gone: string;
};
