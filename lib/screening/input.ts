import { z } from "zod";
import { questionKey } from "#lib/questions/input.ts";

const id = z.uuid().transform((text) => text.toLowerCase());

// What may stand in an answer is for its question to say.
const answer = z.union([z.string(), z.number(), z.array(z.string()), z.null()]);

export const roundInput = z.strictObject({
  /** Who wrote it: in another tab somebody else may have signed in since. */
  author: id,
  coachId: id,
  /** The questions that are read. */
  templateVersionId: id,
  answers: z.record(questionKey, answer).refine((all) => Object.keys(all).length <= 40),
  /** The newest revision that whoever writes has seen; 0 before the first. */
  revision: z.int().min(0).max(1_000_000),
});
export type RoundInput = z.output<typeof roundInput>;

const words = (most: number, missing: string) =>
  z
    .string(missing)
    .transform((text) => text.replace(/\r\n?/g, "\n").trim())
    .pipe(
      z
        .string()
        .min(1, missing)
        .max(most, `That is longer than we can keep here. ${most} letters fit.`)
        // PostgreSQL keeps neither half a character nor a null.
        .regex(/^[^\p{Cs}\0]*$/u, "There is a sign in it that we cannot keep."),
    );

/** Who was asked for a doctor’s view, and on which day. */
export const consultedInput = z.strictObject({
  who: words(200, "Please say who was asked."),
  on: z.iso.date("Please choose the day on which you asked."),
});
export type Consulted = z.output<typeof consultedInput>;

export const moveInput = z.strictObject({
  to: z.enum([
    "in_conversation",
    "medical_review_asked",
    "medical_review_noted",
    "coach_ready_to_proceed",
    "coach_not_at_this_time",
  ]),
  reason: words(1_000, "Please write in a sentence why. Only you can read it."),
  consulted: consultedInput.optional(),
});
export type MoveInput = z.output<typeof moveInput>;
