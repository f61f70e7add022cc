import { z } from "zod";

const id = z.uuid().transform((text) => text.toLowerCase());
// PostgreSQL keeps neither half a character nor a null.
const kept = /^[^\p{Cs}\0]*$/u;
const cannotKeep = "There is a sign in it that we cannot keep.";
const lines = (text: string) => text.replace(/\r\n?/g, "\n").trim();

/** The coach it is agreed with. */
const coach = id;

export const signInput = z.strictObject({
  coach,
  /** The version that was on the page. */
  text: id,
  name: z
    .string("Please type your name.")
    .trim()
    .min(2, "Please type your name, as you sign with it.")
    .max(100, "That is longer than we can keep here. 100 letters fit.")
    .regex(/\p{L}/u, "Please type your name, as you sign with it.")
    .regex(kept, cannotKeep),
  choice: z.string().max(40).optional(),
  also: z
    .string()
    .transform(lines)
    .pipe(
      z.string().max(500, "That is longer than we can keep here. 500 letters fit.").regex(kept, cannotKeep),
    )
    .optional(),
});
export type SignInput = z.output<typeof signInput>;

export const withdrawInput = z.strictObject({ coach });

const title = z
  .string("Please give it a title.")
  .trim()
  .min(1, "Please give it a title.")
  .max(80, "A title has room for 80 letters.")
  .regex(kept, cannotKeep);
const body = z
  .string("Please write the text.")
  .transform(lines)
  .pipe(
    z
      .string()
      .min(1, "Please write the text.")
      .max(8_000, "That is longer than one text can be. 8,000 letters fit.")
      .regex(kept, cannotKeep),
  );

/** `after`: the version that the owner saw when they began to write. */
export const publishTextInput = z.strictObject({ title, body, after: z.int().min(1).max(100_000) });
export const previewTextInput = z.strictObject({ title, body });
export const confirmTextInput = z.strictObject({
  version: z.int().min(1).max(100_000),
  isConfirmed: z.boolean(),
});
export type PublishTextInput = z.output<typeof publishTextInput>;
export type ConfirmTextInput = z.output<typeof confirmTextInput>;
