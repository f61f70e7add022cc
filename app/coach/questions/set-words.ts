import type { ListedSet } from "#lib/questions/authoring/queries.ts";

type Kind = ListedSet["kind"];

/** When a set is asked, in a sentence. */
export function whenAsked({ kind, day }: Pick<ListedSet, "kind" | "day">): string {
  return kind === "check_in"
    ? `Asked ${day} days after the day itself, in two minutes.`.replace(/^Asked 1 days/, "Asked the day")
    : asked[kind];
}

const asked: Record<Exclude<Kind, "check_in">, string> = {
  preparation: "Asked three days before a preparation.",
  guidance: "Asked three days before the day itself.",
  guidance_day: "A few of them once more, on the day itself.",
  integration: "Asked three days before an integration.",
  couple: "Asked three days before a couple session, each of the two alone.",
  mentorship: "Asked three days before mentoring.",
  own: "Asked before those sessions that you choose it for.",
};

export function countWords(count: number): string {
  if (count === 0) return "No question yet";
  return count === 1 ? "One question" : `${count} questions`;
}

export const typeNames = {
  long: "A few lines of words",
  short: "One line of words",
  scale: "A number from 0 to 10",
  choice: "One of several answers",
  multi: "As many answers as fit",
  yesno: "Yes, no, or rather talk",
} as const;
