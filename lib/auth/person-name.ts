import { z } from "zod";

/** What somebody is called. It goes into mails and calendars: one line, no control characters. */
export const personName = (missing: string) =>
  z
    .string(missing)
    .transform((text) => text.normalize("NFC").replace(/\s+/g, " ").trim())
    .pipe(
      z
        .string()
        .min(1, missing)
        .max(80, "That name is longer than we can keep. Eighty letters fit.")
        .regex(/^[^\p{Cc}\p{Cs}\p{Co}<>]+$/u, "That name has a sign in it that we cannot keep."),
    );
