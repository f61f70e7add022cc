import { z } from "zod";

const [from, until] = [Date.UTC(2000), Date.UTC(2100)];

/** An instant as ISO text, of this century; epoch milliseconds after reading. The database knows no year 0. */
export const instant = z.iso
  .datetime("Please choose a time.")
  .transform((text) => Date.parse(text))
  .refine((ms) => ms >= from && ms < until, { message: "Please choose a time in this century." });
