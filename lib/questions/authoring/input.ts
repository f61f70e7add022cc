import { z } from "zod";
import { nameOfSet, saidOfQuestion } from "#lib/questions/input.ts";

/** What was changed: `on` is the number of the version, 0 where there was none yet, `named` the set's name. */
export const saveSetInput = z.strictObject({
  name: nameOfSet,
  named: z.string().max(200),
  on: z.int().min(0),
  questions: z
    .array(saidOfQuestion)
    .min(1, "A set needs at least one question.")
    .max(40, "Forty questions are the most a set can have."),
});
export type SaveSetInput = z.output<typeof saveSetInput>;

/** `from`: the set that this one begins as a copy of. */
export const makeSetInput = z.strictObject({ name: nameOfSet, from: z.guid().nullable() });
export type MakeSetInput = z.output<typeof makeSetInput>;

/** Without a set the questions that are there for its kind are asked. */
export const chooseSetInput = z.strictObject({ typeId: z.guid(), templateId: z.guid().nullable() });
export type ChooseSetInput = z.output<typeof chooseSetInput>;
