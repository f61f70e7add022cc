import { z } from "zod";
import { consultedInput } from "#lib/screening/input.ts";

export const settleFlagInput = z.strictObject({
  words: z
    .string("Please write a few words.")
    .transform((words) => words.replace(/\r\n?/g, "\n").trim())
    .pipe(
      z
        .string()
        .max(500, "That is longer than we can keep here. 500 letters fit.")
        // PostgreSQL keeps neither half a character nor a null.
        .regex(/^[^\p{Cs}\0]*$/u, "There is a sign in it that we cannot keep."),
    ),
  consulted: consultedInput.optional(),
});
export type SettleFlagInput = z.output<typeof settleFlagInput>;
