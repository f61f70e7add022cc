import { createElement } from "react";
import type { Tx } from "#db/client.ts";
import SignIn from "#emails/sign-in.tsx";
import type { Person } from "#lib/auth/people.ts";
import { planMessage } from "#lib/mail/messages.ts";
import { settings } from "#lib/running/settings.ts";
import { clockWords } from "#lib/time/words.ts";
import { zoneWords } from "#lib/time/zones.ts";

type WayIn = { id: string; token: string; code: string; expiresAt: number; next: string | undefined };

/** The link and the code, to the one address they are for. */
export async function wayIn(
  tx: Tx,
  { userId, email, zone }: Omit<Person, "userId"> & { userId?: string },
  { id, token, code, expiresAt, next }: WayIn,
  now: number,
) {
  const { appUrl } = settings();
  const query = new URLSearchParams(next ? { t: token, next } : { t: token });
  await planMessage(
    tx,
    {
      kind: "sign_in",
      dedupe: `sign-in:${id}`,
      to: email,
      recipientId: userId,
      expiresAt,
      letter: (sheet) =>
        createElement(SignIn, {
          code,
          confirmUrl: `${appUrl}/sign-in/confirm?${query}`,
          until: `${clockWords(expiresAt, zone)}, ${zoneWords(zone)}`,
          sheet,
        }),
    },
    now,
  );
}
