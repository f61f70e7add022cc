import fc from "fast-check";
import { valuesOf } from "#lib/questions/concerns.ts";
import { type Answer, mostLetters, type Question, scaleNumbers, unsaid } from "#lib/questions/question.ts";

/** Words as people write them: in any script, on several lines, and no longer than there is room for. */
const words = (most: number) =>
  fc
    .string({ unit: "grapheme", maxLength: 80 })
    .map((text) => text.replaceAll("\0", "").replace(/\r\n?/g, "\n").slice(0, most))
    .filter((text) => text.isWellFormed());

/** Whatever may be answered to this question. */
export function anyAnswer(question: Question): fc.Arbitrary<Answer> {
  const { type } = question;
  if (type === "long" || type === "short") return words(mostLetters[type]);
  if (type === "scale") return fc.constantFrom<Answer>(...scaleNumbers, unsaid);
  const values = valuesOf(question);
  return type === "multi" ? fc.subarray([...values]) : fc.constantFrom(...values);
}

/** Whatever may be answered to these questions, some of them left blank. */
export function anyAnswers(questions: readonly Question[]) {
  return fc.record(Object.fromEntries(questions.map((one) => [one.key, anyAnswer(one)])), {
    requiredKeys: [],
    noNullPrototype: true,
  });
}
