import { z } from "zod";
import { otherMoves } from "#lib/arcs/input.ts";
import { emailAddress } from "#lib/auth/normalize-address.ts";
import { personName } from "#lib/auth/person-name.ts";
import { whoever } from "#lib/bookings/whoever.ts";
import { instant } from "#lib/time/input.ts";

const zone = z.string().max(64);
const start = instant;

const typeOrWhoever = z.union([z.guid(), z.literal(whoever)], "Please choose a kind of session.");

/** `GET /api/slots` */
export const freeTimesInput = z.strictObject({
  type: typeOrWhoever,
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

/** `GET /api/bookings/[id]/times` */
export const timesToMoveInput = freeTimesInput.omit({ type: true });
export type TimesToMoveInput = z.output<typeof timesToMoveInput>;

const wanted = {
  typeId: typeOrWhoever,
  start,
  zone,
};

/** What a visitor sends to hold a time. */
export const holdSlotInput = z.strictObject({
  ...wanted,
  name: personName("Please tell us what to call you."),
  email: emailAddress,
  adult: z.literal(true, "Sessions are for adults. Please tick this if you are one."),
});
export type HoldSlotInput = z.output<typeof holdSlotInput>;

/** What a signed-in client sends: name and address are known. */
export const bookSlotInput = z.strictObject(wanted);
export type BookSlotInput = z.output<typeof bookSlotInput>;

/** What a client sends to move a session. `others`: where what belongs with a day of guidance goes. */
export const moveBookingInput = z.strictObject({ start, zone, others: otherMoves });
export type MoveBookingInput = z.output<typeof moveBookingInput>;

const sentence = (atLeast: number) =>
  z
    .string("Please write a few words.")
    .transform((text) => text.normalize("NFC").trim())
    .pipe(
      z
        .string()
        .min(atLeast, "Please write a few words.")
        .max(2_000, "That is longer than we can keep. Two thousand letters fit.")
        .regex(/^[^\p{Cs}\0]*$/u, "There is a sign in it that we cannot keep."),
    );

/** What a coach writes to a client when the answer is no. */
export const declineRequestInput = z.strictObject({ sentence: sentence(1) });

export const proposeTimesInput = z.strictObject({
  starts: z
    .array(start)
    .min(1, "Please choose a time to offer.")
    .max(4, "Four times are the most we can keep at once.")
    .refine((starts) => new Set(starts).size === starts.length, "One of these times stands here twice."),
  sentence: sentence(0).optional(),
});
export type ProposeTimesInput = z.output<typeof proposeTimesInput>;

export const acceptProposalInput = z.strictObject({ proposalId: z.guid() });

/** For the coach's own eyes; empty is none. */
const reason = sentence(0)
  .transform((text) => text || undefined)
  .optional();

/** What a coach sends to say yes. A reason is needed where something is still open before a day of guidance. */
export const confirmRequestInput = z.strictObject({ reason });

const despite = z.array(z.string().max(40)).max(20).default([]);

/** What a coach sends to book for a client. `despite` names the own rules that may be set aside. */
export const bookForClientInput = z.strictObject({
  journeyId: z.guid("Please choose for whom."),
  typeId: z.guid("Please choose a kind of session."),
  start,
  mail: z.boolean(),
  reason,
  despite,
});
export type BookForClientInput = z.output<typeof bookForClientInput>;

export const moveForClientInput = z.strictObject({
  start,
  mail: z.boolean(),
  reason,
  despite,
  others: otherMoves,
});
export type MoveForClientInput = z.output<typeof moveForClientInput>;

export const cancelForClientInput = z.strictObject({ mail: z.boolean(), reason });

export const markSessionInput = z.strictObject({
  as: z.enum(["completed", "no_show", "late_cancelled", "unmarked"], "Please choose how it went."),
  counts: z.boolean(),
  reason,
});
export type MarkSessionInput = z.output<typeof markSessionInput>;

export const agreedSessionsInput = z.strictObject({
  clientId: z.guid(),
  agreed: z
    .int("Please write a whole number from 0 to 999.")
    .min(0, "Please write a whole number from 0 to 999.")
    .max(999, "Please write a whole number from 0 to 999."),
});

export const nothing = z.strictObject({});
