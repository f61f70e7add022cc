import { z } from "zod";
import { questionKey } from "#lib/questions/input.ts";

const id = z.uuid().transform((text) => text.toLowerCase());

const about = z.discriminatedUnion("kind", [
  z.strictObject({ bookingId: id, kind: z.literal("session"), day: z.null() }),
  z.strictObject({ bookingId: id, kind: z.literal("guidance_day"), day: z.null() }),
  z.strictObject({ bookingId: id, kind: z.literal("check_in"), day: z.int().min(1).max(400) }),
]);

// What may stand in an answer is for its question to say.
const answer = z.union([z.string(), z.number(), z.array(z.string()), z.null()]);

const asked = {
  /** Who wrote it: in another tab somebody else may have signed in since. */
  author: id,
  about,
  /** The questions that are read. */
  templateVersionId: id,
  answers: z.record(questionKey, answer).refine((all) => Object.keys(all).length <= 40),
  /** The newest revision that whoever writes has seen; 0 before the first. */
  revision: z.int().min(0).max(1_000_000),
};

export const askedInput = z.strictObject(asked);
/** `on`: from when the coach can read it, epoch milliseconds. Null: at once. */
export const shareAskedInput = z.strictObject({ ...asked, on: z.int().nullable() });
/** The answers that the partner may see. None: nothing any more. */
export const showPartnerInput = z.strictObject({ ...asked, questions: z.array(questionKey).max(40) });

export type AskedInput = z.output<typeof askedInput>;
export type ShareAskedInput = z.output<typeof shareAskedInput>;
export type ShowPartnerInput = z.output<typeof showPartnerInput>;
