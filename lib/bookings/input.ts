import { z } from "zod";
import { emailAddress } from "#lib/auth/normalize-address.ts";

const zone = z.string().max(64);
const start = z.iso.datetime("Please choose a time.").transform((text) => Date.parse(text));

/** `GET /api/slots` */
export const freeTimesInput = z.strictObject({
  type: z.guid("Please choose a kind of session."),
  from: z.iso.date("Please choose a date.").refine((date) => date > "2000-01-01" && date < "2100-01-01", {
    message: "Please choose a date in this century.",
  }),
  days: z.coerce
    .number()
    .int()
    .min(1, "Please ask for 1 to 42 days.")
    .max(42, "Please ask for 1 to 42 days.")
    .default(7),
  zone,
});

const wanted = {
  typeId: z.guid("Please choose a kind of session."),
  start,
  zone,
};

// A name goes into a mail and a calendar: one line, no control characters.
const name = z
  .string("Please tell us what to call you.")
  .transform((text) => text.normalize("NFC").replace(/\s+/g, " ").trim())
  .pipe(
    z
      .string()
      .min(1, "Please tell us what to call you.")
      .max(80, "That name is longer than we can keep. Eighty letters fit.")
      .regex(/^[^\p{Cc}\p{Cs}\p{Co}<>]+$/u, "That name has a sign in it that we cannot keep."),
  );

/** What a visitor sends to hold a time. */
export const holdSlotInput = z.strictObject({
  ...wanted,
  name,
  email: emailAddress,
  adult: z.literal(true, "Sessions are for adults. Please tick this if you are one."),
});
export type HoldSlotInput = z.output<typeof holdSlotInput>;

/** What a signed-in client sends: name and address are known. */
export const bookSlotInput = z.strictObject(wanted);
export type BookSlotInput = z.output<typeof bookSlotInput>;

export const nothing = z.strictObject({});
