import { createElement } from "react";
import { asSystem } from "#db/client.ts";
import SignIn from "#emails/sign-in.tsx";
import type { PlannedMessage } from "#lib/mail/compose.ts";
import { planMessage } from "#lib/mail/messages.ts";

let letters = 0;

/** A letter to somebody, with whatever matters to the test. */
export function aLetter(details: Partial<PlannedMessage> = {}): PlannedMessage {
  letters += 1;
  return {
    kind: "booking_confirmed",
    dedupe: `letter-${letters}`,
    to: `ada-${letters}@example.org`,
    letter: (sheet) => createElement(SignIn, { ...SignIn.PreviewProps, code: "R1VER5", sheet }),
    ...details,
  };
}

/** Plans it in a transaction of its own and gives its id. */
export async function planned(details: Partial<PlannedMessage> = {}): Promise<string> {
  const id = await asSystem("a test plans a letter", (tx) => planMessage(tx, aLetter(details), Date.now()));
  if (!id) throw new Error("It had been planned before");
  return id;
}
