import { z } from "zod";
import { NotFound } from "#lib/refusal.ts";
import { isWay, readAddress, readWay } from "./ways.ts";

/** Words of one line. */
const line = (most: number) =>
  z
    .string("Please write a few words.")
    .transform((text) => text.normalize("NFC").replace(/\s+/g, " ").trim())
    .pipe(
      z
        .string()
        .max(most, `That is longer than there is room for. ${most} letters fit.`)
        .regex(/^[^\p{Cc}\p{Cs}\p{Co}<>]*$/u, "There is a sign in it that we cannot keep."),
    );
const someLine = (most: number, missing: string) => line(most).pipe(z.string().min(1, missing));

const way = z
  .strictObject({ kind: z.enum(["call", "text", "web"]), to: z.string().max(500), words: line(60) })
  .transform((typed, context) => {
    const read = readWay(typed);
    if (isWay(read)) return read;
    context.addIssue({ code: "custom", message: read.sentence, path: [read.field] });
    return z.NEVER;
  });

const source = line(500).transform((typed, context) => {
  const address = typed === "" ? "" : readAddress(typed);
  if (address !== undefined) return address;
  context.addIssue({ code: "custom", message: "Please give the whole address, with https:// in front." });
  return z.NEVER;
});

const said = {
  name: someLine(80, "Please give its name."),
  whatHappens: someLine(300, "Please say what happens when somebody turns to them."),
  hoursText: line(120),
  hoursVerified: z.boolean(),
  ways: z.array(way).max(5, "Five ways are the most that can be shown."),
  sourceUrl: source,
  position: z
    .int("Please give a whole number.")
    .min(0, "The first place is 0.")
    .max(99, "The last place is 99."),
  /** Everything that is said here was checked today. */
  checked: z.boolean(),
};

/** `POST /api/practice/support/[id]` */
export const changeLineInput = z.strictObject(said);
export type ChangeLineInput = z.output<typeof changeLineInput>;

/** `POST /api/practice/support` */
export const addLineInput = z.strictObject({
  ...said,
  place: z.enum(["us", "ca", "mx", "eu", "uk", "anywhere"], "Please choose a place."),
  urgency: z.enum(["now", "hard"], "Please choose for whom it is."),
});
export type AddLineInput = z.output<typeof addLineInput>;

/** The `[id]` of a line: a short word for those that came with the portal, a uuid for the others. */
export function lineIdIn({ id = "" }: { id?: string }): string {
  if (!/^[a-z0-9-]{1,64}$/.test(id)) throw new NotFound();
  return id;
}
