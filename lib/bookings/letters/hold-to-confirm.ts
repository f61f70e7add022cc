import { createElement } from "react";
import type { Tx } from "#db/client.ts";
import HoldToConfirm from "#emails/hold-to-confirm.tsx";
import { issueToken } from "#lib/auth/tokens.ts";
import { readMeeting } from "#lib/bookings/letters/meeting.ts";
import { whenWords } from "#lib/bookings/meeting-words.ts";
import { planMessage } from "#lib/mail/messages.ts";
import { settings } from "#lib/running/settings.ts";
import { clockWords } from "#lib/time/words.ts";
import { zoneWords } from "#lib/time/zones.ts";

/** To whoever chose the time: the link and the code that make it theirs. */
export async function holdToConfirm(tx: Tx, bookingId: string, browserHash: Buffer | undefined, now: number) {
  const meeting = await readMeeting(tx, bookingId, now);
  const { heldEmail: email, holdExpires: expiresAt } = meeting;
  if (!email || !expiresAt) throw new Error("A hold has lost its address");
  const { id, token, code } = await issueToken(tx, { email, browserHash, bookingId, expiresAt, now });
  const { appUrl } = settings();
  await planMessage(
    tx,
    {
      kind: "hold_to_confirm",
      dedupe: `hold:${bookingId}:${id}`,
      to: email,
      bookingId,
      expiresAt,
      letter: (sheet) =>
        createElement(HoldToConfirm, {
          with: meeting.coachName,
          ...whenWords(meeting.during, meeting.bookedZone),
          until: `${clockWords(expiresAt, meeting.bookedZone)}, ${zoneWords(meeting.bookedZone)}`,
          code,
          confirmUrl: `${appUrl}/sign-in/confirm?t=${token}`,
          sheet,
        }),
    },
    now,
  );
}
