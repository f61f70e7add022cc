import type { ListedSet } from "#lib/questions/authoring/queries.ts";

type Kind = ListedSet["kind"];

/** From when on a set is asked, in a sentence. */
export function whenAsked({ kind, day }: Pick<ListedSet, "kind" | "day">): string {
  return kind === "check_in"
    ? `From nine in the morning, ${day === 1 ? "the day" : `${day} days`} after the day itself. It takes two minutes.`
    : asked[kind];
}

const asked: Record<Exclude<Kind, "check_in">, string> = {
  preparation: "From three days before a preparation until it is over.",
  guidance: "From three days before the day itself until it is over.",
  guidance_day: "A few of them once more, on the day itself until you begin.",
  integration: "From three days before an integration until it is over.",
  couple: "From three days before a couple session until it is over, each of the two alone.",
  mentorship: "From three days before mentoring until it is over.",
  screening: "Before a day is asked for, and again after 90 days or when something changed.",
  own: "From three days before those sessions that you choose it for until they are over.",
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
