import { z } from "zod";

/** Characters of one field. */
export const longestAnswer = 10_000;

/** Bytes of a request that carries what somebody wrote: a form may need nine for one character. */
export const largestWriting = 1_000_000;

const id = z.uuid().transform((text) => text.toLowerCase());
const name = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);
const words = z
  .string()
  // A form sends its lines with \r\n, a script with \n.
  .transform((text) => text.replace(/\r\n?/g, "\n"))
  .refine((text) => text.length <= longestAnswer, {
    message: "That is longer than one field here can keep. Please take some of it elsewhere first.",
  });
const answers = z.record(name, words).refine((all) => Object.keys(all).length <= 60);

const written = {
  /** Who wrote it: in another tab somebody else may have signed in since. */
  author: id,
  lessonId: id,
  /** The version that is read. */
  versionId: id,
  block: name,
  answers,
  /** The newest revision that whoever writes has seen; 0 before the first. */
  revision: z.int().min(0).max(1_000_000),
};

export const writingInput = z.strictObject(written);
export const shareInput = z.strictObject({ ...written, reader: id });

export type WritingInput = z.output<typeof writingInput>;
export type ShareInput = z.output<typeof shareInput>;

const field = /^answer\.(.+)$/;

/** The same as a form sends it: `answer.<field>` for each field, numbers as text, and where to go on afterwards. */
function asSent(sent: Record<string, string>) {
  const { back: _, revision, ...rest } = sent;
  const typed = Object.entries(rest).flatMap(([key, value]) => {
    const [, one] = field.exec(key) ?? [];
    return one === undefined ? [] : [[one, value] as const];
  });
  const others = Object.entries(rest).filter(([key]) => !field.test(key));
  return {
    ...Object.fromEntries(others),
    revision: Number(revision),
    answers: Object.fromEntries(typed),
  };
}

const sent = z.record(z.string(), z.string());
export const writingForm = sent.transform(asSent).pipe(writingInput);
export const shareForm = sent.transform(asSent).pipe(shareInput);
