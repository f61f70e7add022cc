import { type Answer, type Answers, isGiven, type Question, type Tier, yesNoTalk } from "./question.ts";

export type Raised = { key: string; tier: Tier; showsSupport: boolean; holdsGuidance: boolean };

/** The answers that matter now. `earlier` are those given before to questions of the same keys, the newest first. */
export function concernsIn(
  questions: readonly Question[],
  answers: Answers,
  earlier: readonly Answers[] = [],
): Raised[] {
  return questions.flatMap((question) => concernAbout(question, answers[question.key], earlier) ?? []);
}

/** The same for one answer. */
export function concernAbout(
  question: Question,
  answer: Answer | undefined,
  earlier: readonly Answers[] = [],
): Raised | undefined {
  const { concern, key } = question;
  if (!concern || !matters(question, answer)) return undefined;
  if (concern.twiceRunning) {
    const before = earlier.map((answers) => answers[key]).find(isGiven);
    if (!matters(question, before)) return undefined;
  }
  const { tier, showsSupport, holdsGuidance } = concern;
  const isShown = typeof showsSupport === "boolean" ? showsSupport : chosen(answer, showsSupport);
  if (concern.onTalk && answer === "talk")
    return { key, tier: concern.onTalk, showsSupport: isShown, holdsGuidance: true };
  return { key, tier, showsSupport: isShown, holdsGuidance };
}

function matters({ concern, type }: Question, answer: Answer | undefined): boolean {
  if (!concern || answer === undefined) return false;
  if (type !== "scale") return chosen(answer, concern.values ?? []);
  if (typeof answer !== "number") return false;
  return answer >= (concern.atLeast ?? Infinity) || answer <= (concern.atMost ?? -Infinity);
}

const chosen = (answer: Answer | undefined, values: readonly string[]) =>
  [answer].flat().some((one) => typeof one === "string" && values.includes(one));

/** The values among which a concern can choose. */
export function valuesOf({ type, options }: Pick<Question, "type" | "options">): readonly string[] {
  return type === "yesno" ? yesNoTalk : options.map(({ key }) => key);
}
