import type { ListedSet } from "#lib/questions/authoring/queries.ts";

type Kind = ListedSet["kind"];

/** When a set is to be asked, in a sentence. */
export function whenAsked({ kind, day }: Pick<ListedSet, "kind" | "day">): string {
  return kind === "check_in"
    ? `For ${day === 1 ? "the day" : `${day} days`} after the day itself, in two minutes.`
    : asked[kind];
}

const asked: Record<Exclude<Kind, "check_in">, string> = {
  preparation: "For three days before a preparation.",
  guidance: "For three days before the day itself.",
  guidance_day: "A few of them once more, on the day itself.",
  integration: "For three days before an integration.",
  couple: "For three days before a couple session, each of the two alone.",
  mentorship: "For three days before mentoring.",
  own: "For those sessions that you choose it for.",
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
