import type { Concern, Question, QuestionType } from "../question.ts";

type Rest = Partial<Omit<Question, "key" | "type" | "text" | "options">> & {
  options?: Record<string, string>;
};

/** A question as it comes with the portal: what is not said of it is left blank, off, or nothing. */
export function asked(
  type: QuestionType,
  key: string,
  text: string,
  { options, ...rest }: Rest = {},
): Question {
  return {
    key,
    type,
    text,
    why: "",
    before: "",
    beneath: "",
    required: false,
    low: "",
    high: "",
    options: Object.entries(options ?? {}).map(([option, words]) => ({ key: option, text: words })),
    partner: "no",
    firstTimeOnly: false,
    // Where an answer can matter at once, the question is not the coach's alone to change.
    stays: Boolean(rest.concern),
    concern: null,
    waitsFor: null,
    ...rest,
  };
}

/** From 0 to 10. */
export function scale(key: string, text: string, [low, high]: [low: string, high: string], rest: Rest = {}) {
  return asked("scale", key, text, { low, high, ...rest });
}

/** To be talked about before any guidance. */
export const talkFirst = (values: string[], more: Partial<Concern> = {}): Concern => ({
  values,
  tier: "talk_first",
  showsSupport: false,
  holdsGuidance: true,
  ...more,
});

/** For the coach's list, with the way to Support now under the answer. */
export const pleaseLook = (when: Partial<Concern>): Concern => ({
  ...when,
  tier: "please_look",
  showsSupport: true,
  holdsGuidance: false,
});

export const onlyCoachReads =
  "The next question is about health. It takes a minute, and only {coach} reads it. You can say that you’d rather talk about it.";
export const noMedicineChanges =
  "Please don’t stop, skip or change any medicine because of this form. Talk with the person who prescribed it.";
