const sentences = {
  not_calendar:
    "This address does not lead to a calendar. Your calendar’s settings have one that does: it may be called secret, private or ICS.",
  unreadable: "There is a calendar at this address, but a part of it cannot be read.",
  too_large: "This calendar is larger than we can take. If you can, share one with fewer old entries.",
  too_much:
    "This calendar has more repeating entries than we can work through, or one that repeats very often.",
  too_slow: "The other calendar took longer to answer than we can wait.",
  login: "This address asks for a sign-in. Please use the secret or private one, which opens without.",
  gone: "There is nothing at this address any more. The other calendar may have given out a new one.",
  inside: "This address leads into a private network, so we do not open it.",
  not_secure: "This address leads on to one that is not secure, so we do not open it.",
  leads_on: "This address keeps leading on to others, and we stop after three.",
  unreachable: "The other calendar cannot be reached.",
} as const;

/** Why a feed could not be read. */
export type Problem = keyof typeof sentences;

/** What the coach is told. What is kept may be older than the words we have now. */
export function problemSentence(problem: string): string {
  return sentences[problem as Problem] ?? sentences.unreachable;
}

/** It may well be over at the next look, so nobody is written to at once. */
export const isPassing = (problem: Problem) => problem === "unreachable" || problem === "too_slow";

export class FeedProblem extends Error {
  override readonly name = "FeedProblem";
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem);
    this.problem = problem;
  }
}
