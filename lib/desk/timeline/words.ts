import { type Answers, isGiven, type Question } from "#lib/questions/question.ts";

/** What is quoted of something that was shared: the first words, and the numbers. */
export type Quoted = { words: string | undefined; numbers: { text: string; number: number }[] };

const longest = 280;

export function quoteOf(questions: readonly Question[], answers: Answers): Quoted {
  const isText = ({ type }: Question) => type === "long" || type === "short";
  const first = questions.find((one) => isText(one) && isGiven(answers[one.key]));
  const words = first ? String(answers[first.key]) : questions.length === 0 ? String(answers.text ?? "") : "";
  return {
    words: words.trim() ? firstLine(words) : undefined,
    numbers: questions.flatMap(({ key, type, text }) => {
      const number = answers[key];
      return type === "scale" && typeof number === "number"
        ? [{ text: trendWords[key] ?? text, number }]
        : [];
    }),
  };
}

/** The same feeling has other names in other sets. */
export const trendOf: Record<string, "steady" | "rested" | "overwhelmed"> = {
  steadiness: "steady",
  steady: "steady",
  sleep: "rested",
  rested: "rested",
  overwhelm: "overwhelmed",
};

const trendWords: Record<string, string> = {
  steadiness: "Steady",
  steady: "Steady",
  sleep: "Rested",
  rested: "Rested",
  overwhelm: "Overwhelmed",
  connected: "Connected",
  closeness: "Close",
  room: "Room",
};

function firstLine(words: string): string {
  const [line = ""] = words.trim().split(/\n/);
  return line.length <= longest ? line : `${line.slice(0, longest).replace(/\s+\S*$/, "")} …`;
}
