import { createElement } from "react";
import type { Tx } from "#db/client.ts";
import type { Sheet } from "#emails/letter.tsx";
import MeetingSoon from "#emails/meeting-soon.tsx";
import MeetingTomorrow from "#emails/meeting-tomorrow.tsx";
import { changeUntil, facts, opensAt } from "#lib/bookings/letters/booked.ts";
import { type Meeting, type Recipient, readMeeting, subjectFor } from "#lib/bookings/letters/meeting.ts";
import { whenWords } from "#lib/bookings/meeting-words.ts";
import type { Reminder } from "#lib/bookings/reminders/due.ts";
import { joinOpens } from "#lib/bookings/rules.ts";
import { planMessages } from "#lib/mail/messages.ts";
import { passageIn } from "#lib/mail/words/passage.ts";

type Wanted = { personId: string; which: Reminder; dedupe: string };

/**
 * To those of the people who come whose reminder is due. Nothing where the meeting does not begin at `start` any more.
 * Gives how many.
 */
export async function remindOf(
  tx: Tx,
  bookingId: string,
  start: number,
  wanted: Wanted[],
  now: number,
): Promise<number> {
  const meeting = await readMeeting(tx, bookingId, now);
  if (meeting.status !== "confirmed" || meeting.during.start !== start) return 0;
  const letters = wanted.flatMap(({ personId, which, dedupe }) => {
    const person = meeting.recipients.find(({ id }) => id === personId);
    return person ? [toReader(meeting, person, { which, dedupe }, now)] : [];
  });
  return planMessages(tx, letters, now);
}

function toReader(
  meeting: Meeting,
  person: Recipient,
  { which, dedupe }: Omit<Wanted, "personId">,
  now: number,
) {
  const { start } = meeting.during;
  const kind = which === "last" ? ("meeting_soon" as const) : ("meeting_tomorrow" as const);
  const said = {
    name: person.name,
    with: meeting.coachName,
    ...whenWords(meeting.during, person.zone),
    ...facts(meeting),
    changeUntil: changeUntil(meeting, person.zone, now),
    passage: passageIn(kind, meeting),
  };
  const opens = opensAt(meeting, person.zone);
  const isOpen = now >= joinOpens(start);
  return {
    kind,
    dedupe,
    to: person.email,
    recipientId: person.id,
    bookingId: meeting.id,
    forStart: start,
    expiresAt: start,
    subject: subjectFor(person, meeting.during),
    letter: (sheet: Sheet) =>
      kind === "meeting_soon"
        ? createElement(MeetingSoon, {
            ...said,
            ...(isOpen ? { joinUrl: meeting.link ?? undefined } : { opens }),
            sheet,
          })
        : createElement(MeetingTomorrow, { ...said, opens, sheet }),
  };
}
