import { z } from "zod";

/** Characters of one entry. */
export const longestEntry = 20_000;

/** Bytes of a request that carries an entry: a form may need nine for one character. */
export const largestEntry = 400_000;

const id = z.uuid().transform((text) => text.toLowerCase());
const text = z
  .string()
  // A form sends its lines with \r\n, a script with \n.
  .transform((words) => words.replace(/\r\n?/g, "\n"))
  .refine((words) => words.length <= longestEntry, {
    message: "That is longer than one entry can be. Please go on in another one.",
  });

const written = {
  /** Who wrote it: in another tab somebody else may have signed in since. */
  author: id,
  /** Made by the page that it is written on, so that a first save which is sent twice makes one entry. */
  leaf: id,
  answers: z.strictObject({ text: text.nullable().optional() }),
  /** The newest revision that whoever writes has seen; 0 before the first. */
  revision: z.int().min(0).max(1_000_000),
};

export const entryInput = z.strictObject(written);
export const shareEntryInput = z.strictObject({ ...written, reader: id });
export const searchInput = z.strictObject({
  words: z
    .string()
    .trim()
    .min(1, "Please write what to look for.")
    .max(100, "That is longer than we can look for. 100 letters fit.")
    .regex(/^[^\p{Cs}\0]*$/u, "There is a sign in it that we cannot look for."),
});

export type EntryInput = z.output<typeof entryInput>;
export type ShareEntryInput = z.output<typeof shareEntryInput>;

/** The same as a form sends it: the words as `answer.text`, numbers as text, and where to go on afterwards. */
function asSent(sent: Record<string, string>) {
  const { back: _, revision, "answer.text": text, ...rest } = sent;
  const answers: { text?: string | null } = text === undefined ? {} : { text };
  return { ...rest, revision: Number(revision), answers };
}

export const entryForm = z.record(z.string(), z.string()).transform(asSent).pipe(entryInput);
