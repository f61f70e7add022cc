import { z } from "zod";

const name = z
  .string("Please give this calendar a name.")
  .transform((text) => text.normalize("NFC").replace(/\s+/g, " ").trim())
  .pipe(
    z
      .string()
      .min(1, "Please give this calendar a name.")
      .max(60, "That name is longer than we can keep. Sixty letters fit.")
      .regex(/^[^\p{Cc}\p{Cs}\p{Co}<>]+$/u, "That name has a sign in it that we cannot keep."),
  );

const whole = "Please paste the whole address, beginning with https:// or webcal://.";
const address = z
  .string(whole)
  .trim()
  .min(1, whole)
  .max(2_000, "That address is longer than we can keep.")
  .regex(/^[^\p{Cc}\p{Cs}\s]+$/u, whole);

/** `POST /api/busy-feeds` */
export const busyFeedInput = z.strictObject({ name, address });
export type BusyFeedInput = z.output<typeof busyFeedInput>;

/** `POST /api/busy-feeds/[id]`. Without an address, the one that is there stays. */
export const changeFeedInput = z.strictObject({ name, address: address.optional() });
export type ChangeFeedInput = z.output<typeof changeFeedInput>;

/** `POST /api/busy-feeds/restore`, with what removing answered. */
export const restoreFeedInput = z.strictObject({ undo: z.string().max(8_000) });

/** Removing one, and having one read again: the path says it all. */
export const nothing = z.strictObject({});
