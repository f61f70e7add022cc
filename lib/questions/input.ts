import { z } from "zod";
import { valuesOf } from "./concerns.ts";
import { mostLetters, neverToPartner, type Question, scaleNumbers, unsaid } from "./question.ts";

// PostgreSQL keeps neither half a character nor a null.
const keepable = /^[^\p{Cs}\0]*$/u;
const unkeepable = "There is a sign in it that we cannot keep.";

export const questionKey = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(_[a-z0-9]+)*$/, "This is not a question we know.");

/** Words of one line. */
const line = (most: number) =>
  z
    .string("Please write a few words.")
    .transform((text) => text.normalize("NFC").replace(/\s+/g, " ").trim())
    .pipe(
      z
        .string()
        .max(most, `That is longer than there is room for. ${most} letters fit.`)
        .regex(/^[^\p{Cc}\p{Cs}\p{Co}]*$/u, unkeepable),
    );

export const nameOfSet = line(80).pipe(z.string().min(1, "Please give it a name."));

const concern = z.strictObject({
  values: z.array(z.string()).min(1).optional(),
  atLeast: z.int().min(0).max(10).optional(),
  atMost: z.int().min(0).max(10).optional(),
  twiceRunning: z.boolean().optional(),
  tier: z.enum(["talk_first", "medical_review", "note", "please_look"]),
  onTalk: z.literal("talk_first").optional(),
  showsSupport: z.union([z.boolean(), z.array(z.string()).min(1)]),
  holdsGuidance: z.boolean(),
  says: line(300).optional(),
});

const option = z.strictObject({
  key: questionKey,
  text: line(120).pipe(z.string().min(1, "Please write what can be chosen.")),
});

/** What a coach says of a question. */
export const saidOfQuestion = z.strictObject({
  key: questionKey,
  type: z.enum(["long", "short", "scale", "choice", "multi", "yesno"]),
  text: line(300).pipe(z.string().min(1, "Please write the question.")),
  why: line(300),
  before: line(300),
  beneath: line(300),
  required: z.boolean(),
  low: line(40),
  high: line(40),
  options: z.array(option).max(12, "Twelve are the most that anyone can choose among."),
  partner: z.enum(["never", "no", "may"]),
  firstTimeOnly: z.boolean(),
});

export const questionSchema = saidOfQuestion
  .extend({
    stays: z.boolean(),
    concern: concern.nullable(),
    waitsFor: z.string().nullable(),
  })
  .superRefine((question, about) => {
    for (const [field, message] of wrongIn(question))
      about.addIssue({ code: "custom", path: [field], message });
  });

function wrongIn(question: Question): [keyof Question, string][] {
  const { type, options, concern } = question;
  const isChosen = type === "choice" || type === "multi";
  const values = valuesOf(question);
  const named = [...(concern?.values ?? []), question.waitsFor ?? [], supportOf(question)].flat();
  const found: [boolean, keyof Question, string][] = [
    [question.required && question.why === "", "why", "Please say why this one cannot be left blank."],
    [type === "scale" && question.low === "", "low", "Please say what 0 means."],
    [type === "scale" && question.high === "", "high", "Please say what 10 means."],
    [isChosen && options.length < 2, "options", "Please give at least two to choose from."],
    [new Set(values).size < values.length, "options", "Two of these are the same."],
    [
      neverToPartner.includes(question.key) && question.partner !== "never",
      "partner",
      "The answer to this is never for a partner.",
    ],
    [
      type !== "scale" && named.some((value) => !values.includes(value)),
      "concern",
      "There is no such answer.",
    ],
    [type === "scale" && named.length > 0, "concern", "A scale has no such answer."],
    [
      type === "scale" && concern !== null && concern.atLeast === undefined && concern.atMost === undefined,
      "concern",
      "It says nothing about which numbers matter.",
    ],
  ];
  return found.flatMap(([isWrong, field, message]) => (isWrong ? [[field, message]] : []));
}

const supportOf = ({ concern }: Question) =>
  Array.isArray(concern?.showsSupport) ? concern.showsSupport : [];

/** A set as it is asked. */
export const questionsSchema = z
  .array(questionSchema)
  .min(1, "A set needs at least one question.")
  .max(40, "Forty questions are the most a set can have.")
  .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, "A question is there twice.");

/** What may be kept as answers to these questions. All of them may be left out; nothing else may be in. */
export function answersTo(questions: readonly Question[]) {
  const shape = Object.fromEntries(
    questions.map((question) => [question.key, answerTo(question).optional()]),
  );
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? "There is an answer to something that is not asked here."
        : undefined,
  });
}

function answerTo(question: Question) {
  const { type } = question;
  if (type === "long" || type === "short") return words(mostLetters[type]);
  if (type === "scale") return z.literal([...scaleNumbers, unsaid], "Please choose a number from 0 to 10.");
  const one = z.enum(valuesOf(question) as [string, ...string[]], "Please choose one of the answers.");
  if (type !== "multi") return one;
  return z
    .array(one, "Please choose among the answers.")
    .max(question.options.length, "Please choose each answer once.")
    .refine((all) => new Set(all).size === all.length, "Please choose each answer once.");
}

const words = (most: number) =>
  z
    .string("Please write your answer in words.")
    // A form sends its lines with \r\n, a script with \n.
    .transform((text) => text.replace(/\r\n?/g, "\n"))
    .pipe(
      z
        .string()
        .max(most, `That is longer than we can keep here. ${most.toLocaleString("en")} letters fit.`)
        .regex(keepable, unkeepable),
    );
