import { z } from "zod";
import { personName } from "#lib/auth/person-name.ts";

/** What somebody may say of themselves, or not. Empty: no longer. */
const offered = z.string().trim().max(80, "Please keep it to 80 letters.");

const person = z
  .strictObject({
    name: personName("Please write a name. A first name will do."),
    zone: z.string().max(64),
    pronouns: offered,
    languages: offered,
  })
  .partial();

/** `POST /api/account/person`: what is changed and nothing else. */
export const personInput = person.refine(
  (changes) => Object.keys(changes).length > 0,
  "Please choose something to change.",
);
export type PersonChanges = z.output<typeof personInput>;
