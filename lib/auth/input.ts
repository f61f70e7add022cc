import { z } from "zod";
import { emailAddress } from "#lib/auth/normalize-address.ts";

// Where to go on to. Anything that is not a path of ours is passed over, not refused.
const next = z.string().max(400).optional();
const keep = z.boolean().optional();
// Of the browser. One that is none is passed over as well.
const zone = z.string().max(64).optional();
const token = z.string("Please open the link from the mail again.").max(100);

/** `POST /api/sign-in` */
export const askInput = z.strictObject({ email: emailAddress, next });

/** `POST /api/sign-in/again`, for the link of a mail that has ended. */
export const askAgainInput = z.strictObject({ token, next });

/** `POST /api/sign-in/confirm`, the button of the page that the link opens. */
export const linkInput = z.strictObject({ token, email: emailAddress.optional(), keep, next, zone });

/** `POST /api/sign-in/code` */
export const codeInput = z.strictObject({
  email: emailAddress,
  code: z.string("Please type the code from the mail.").min(1, "Please type the code from the mail.").max(40),
  keep,
  next,
  zone,
});
