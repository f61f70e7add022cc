import type { Answer } from "#lib/questions/question.ts";

/** Which answers, to which questions before a session, say that the health questions have to be asked anew. */
const reopening: Record<string, readonly string[]> = {
  health_change: ["yes", "talk"],
  changes: ["medicine", "body", "mind", "pregnancy"],
};

export function reopensScreening(question: string, answer: Answer | undefined): boolean {
  const values = Object.hasOwn(reopening, question) ? (reopening[question] ?? []) : [];
  return [answer].flat().some((one) => typeof one === "string" && values.includes(one));
}
