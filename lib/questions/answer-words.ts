import { type Answer, type Question, unsaid } from "./question.ts";

type Said = Pick<Question, "type" | "low" | "high" | "options">;

const yesNoTalk = [
  { key: "yes", text: "Yes" },
  { key: "no", text: "No" },
  { key: "talk", text: "I’d rather talk about it" },
];

/** What can be chosen, each with its words. */
export function optionsOf({ type, options }: Pick<Question, "type" | "options">): Question["options"] {
  return type === "yesno" ? yesNoTalk : options;
}

/** An answer as it is read; a number with what its two ends mean. What can be chosen no more has its key for words. */
export function answerWords(question: Said, answer: Answer): { words: string; ends?: string } {
  if (answer === unsaid && question.type === "scale") return { words: "I’d rather not say" };
  if (typeof answer === "number")
    return { words: String(answer), ends: `of 0 ${question.low} to 10 ${question.high}` };
  const options = optionsOf(question);
  const textOf = (key: string) => options.find((option) => option.key === key)?.text ?? key;
  if (typeof answer !== "string") return { words: answer.map(textOf).join("\n") };
  return { words: question.type === "long" || question.type === "short" ? answer : textOf(answer) };
}
