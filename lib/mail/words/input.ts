import { z } from "zod";
import { longestPassage, spokenKinds } from "#lib/mail/words/spoken.ts";

const kind = z.enum(spokenKinds, "Please choose a letter.");

const words = z
  .string("Please write a few words.")
  .transform((text) => text.replaceAll("\r\n", "\n").normalize("NFC").trim())
  .pipe(
    z
      .string()
      .max(longestPassage, `That is longer than a letter has room for. ${longestPassage} characters fit.`)
      .regex(/^[^\p{Cs}\0]*$/u, "There is a sign in it that we cannot keep."),
  );

/** `seen`: when what is being changed was saved, or null where it is what comes with the portal. */
export const keepWordsInput = z.strictObject({ kind, words, seen: z.iso.datetime().nullable() });
export type KeepWordsInput = z.output<typeof keepWordsInput>;

/** `GET /api/coach/letters/preview` */
export const previewLetterInput = z.strictObject({
  kind,
  words,
  look: z.enum(["light", "dark", "text"]),
});
export type PreviewLetterInput = z.output<typeof previewLetterInput>;
