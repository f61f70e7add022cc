import { type Answer, type Question, unsaid } from "#lib/questions/question.ts";

const yesNo: Record<string, string> = { yes: "Yes", no: "No", talk: "I’d rather talk about it" };

/** An answer in words, one line for each thing that was chosen. */
export function answerWords(
  { type, low, high, options }: Pick<Question, "type" | "low" | "high" | "options">,
  answer: Answer,
): string[] {
  if (answer === unsaid) return ["I’d rather not say"];
  if (type === "scale") return [`${answer}, of 0 ${low} to 10 ${high}`];
  const words = (one: string) => options.find(({ key }) => key === one)?.text ?? yesNo[one] ?? one;
  const isChosen = type === "choice" || type === "multi" || type === "yesno";
  return [answer].flat().map((one) => (isChosen ? words(String(one)) : String(one)));
}
