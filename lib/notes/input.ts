import { z } from "zod";

/** Characters of one field. */
export const longestWords = 10_000;
export const longestLabel = 120;
const mostFields = 30;

/** Bytes of a request that carries all of one. */
export const largestWriting = 1_000_000;

const id = z.uuid().transform((text) => text.toLowerCase());
const key = z.string().regex(/^[a-z][a-z0-9_-]{0,40}$/);
const whole = /^[^\p{Cs}\0]*$/u;
const cannotKeep = "There is a sign in it that we cannot keep.";

export const words = z
  .string()
  .transform((text) => text.replace(/\r\n?/g, "\n"))
  .pipe(
    z
      .string()
      .max(longestWords, "That is longer than one field can be. 10,000 letters fit.")
      .regex(whole, cannotKeep),
  );

export const label = z
  .string()
  .trim()
  .min(1, "Please name this field.")
  .max(longestLabel, "That is longer than a name can be. 120 letters fit.")
  .regex(whole, cannotKeep);

const few = (all: object) => Object.keys(all).length <= mostFields;

const typed = {
  /** Who wrote it: in another tab somebody else may have signed in since. */
  author: id,
  /** The newest revision that whoever writes has seen; 0 before the first. */
  revision: z.int().min(0).max(1_000_000),
  answers: z.record(key, words.nullable()).refine(few),
  /** What fields are called that a session of this kind does not come with. */
  labels: z.record(key, label).refine(few).default({}),
};

export const noteInput = z.strictObject({
  ...typed,
  purpose: z.enum(["session", "first_question", "standing"]),
  booking: id.nullable(),
  /** Null: both of a couple. */
  about: id.nullable(),
});
export type NoteInput = z.output<typeof noteInput>;

export const summaryInput = z.strictObject({ ...typed, booking: id, client: id });
export type SummaryInput = z.output<typeof summaryInput>;

export const sendInput = z.strictObject({ booking: id, client: id, revision: z.int().min(1) });
export type SendInput = z.output<typeof sendInput>;

const field = z.strictObject({ key, label, words });

export const templateInput = z.strictObject({
  kind: z.enum(["first_conversation", "preparation", "guidance", "integration", "couple", "mentorship"]),
  part: z.enum(["note", "summary"]),
  name: z
    .string()
    .trim()
    .min(1, "Please give it a name.")
    .max(80, "That is longer than a name can be. 80 letters fit.")
    .regex(whole, cannotKeep),
  fields: z
    .array(field)
    .min(1, "Please add a field.")
    .max(mostFields, "That is more than one sheet can hold. 30 fields fit.")
    .refine((all) => new Set(all.map((one) => one.key)).size === all.length),
  /** When it was changed, as whoever changes it saw it; null: it is new. */
  seen: z.int().nullable(),
});
export type TemplateInput = z.output<typeof templateInput>;

export const templatesInput = z.strictObject({
  kind: templateInput.shape.kind,
  part: templateInput.shape.part,
});
