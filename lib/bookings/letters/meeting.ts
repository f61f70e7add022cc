import { eq, sql } from "drizzle-orm";
import type { ReactElement } from "react";
import type { Tx } from "#db/client.ts";
import { bookings, coaches, meetingLinks, sessionTypes, users } from "#db/schema/index.ts";
import { together } from "#db/together.ts";
import type { Sheet } from "#emails/letter.tsx";
import { calendarEntry } from "#lib/bookings/calendar.ts";
import { calendarFile } from "#lib/calendar/invite.ts";
import type { PlannedMessage } from "#lib/mail/compose.ts";
import { habitsOf } from "#lib/mail/habits.ts";
import type { LetterKind } from "#lib/mail/letters.ts";
import { ownWordsOf } from "#lib/mail/words/passage.ts";
import { clockWords, dayWords } from "#lib/time/words.ts";
import { zoneWords } from "#lib/time/zones.ts";

export type Recipient = { id: string; name: string; email: string; zone: string; saysWhen: boolean };
export type Meeting = Awaited<ReturnType<typeof readMeeting>>;

/** What letters say of a booking, and to whom. `now` in epoch milliseconds. */
export async function readMeeting(tx: Tx, bookingId: string, now: number) {
  const [[meeting], recipients, habits] = await together(
    selectMeeting(tx, bookingId),
    readRecipients(tx, bookingId),
    habitsOf(tx, sql`(select coach_id from bookings where id = ${bookingId})`, now),
  );
  if (!meeting || !habits) throw new Error("A letter was asked for a booking that is not there");
  return { ...meeting, recipients, coach: { ...meeting.coach, habits } };
}

function selectMeeting(tx: Tx, bookingId: string) {
  return tx
    .select({
      id: bookings.id,
      status: bookings.status,
      during: bookings.during,
      movedFrom: bookings.movedFrom,
      bookedZone: bookings.bookedZone,
      holdExpires: bookings.holdExpires,
      heldEmail: bookings.heldEmail,
      icsUid: bookings.icsUid,
      icsSequence: bookings.icsSequence,
      kind: sessionTypes.kind,
      minutes: sessionTypes.minutes,
      cutOff: sessionTypes.cutOff,
      place: sessionTypes.place,
      /** Where to meet by video. */
      link: meetingLinks.link,
      coachName: users.displayName,
      ownWords: ownWordsOf(bookings.coachId),
      coach: { id: users.id, name: users.displayName, email: users.email },
    })
    .from(bookings)
    .innerJoin(sessionTypes, eq(sessionTypes.id, bookings.typeId))
    .innerJoin(coaches, eq(coaches.id, bookings.coachId))
    .innerJoin(users, eq(users.id, coaches.id))
    .leftJoin(meetingLinks, eq(meetingLinks.typeId, sessionTypes.id))
    .where(eq(bookings.id, bookingId));
}

/** A coach, as letters to them need it. */
export async function readDesk(tx: Tx, coachId: string, now: number) {
  const [[coach], habits] = await together(
    tx
      .select({ id: users.id, name: users.displayName, email: users.email })
      .from(users)
      .where(eq(users.id, coachId)),
    habitsOf(tx, coachId, now),
  );
  if (!coach || !habits) throw new Error("A booking has lost its coach");
  return { ...coach, habits };
}

type Telling = {
  /** What the letter is: "booking_confirmed". */
  kind: LetterKind;
  /** Apart from what else may be told of the same booking in the same state: "confirmed". */
  what: string;
  /** What the calendar is to do; left out, no entry goes along. */
  calendar?: "REQUEST" | "CANCEL";
  letter: (person: Recipient, sheet: Sheet) => ReactElement;
};

/** One letter to everyone who comes, each in their own zone. */
export function toAttendees(
  meeting: Meeting,
  { kind, what, calendar, letter }: Telling,
  now: number,
): PlannedMessage[] {
  return meeting.recipients.map((person) => ({
    kind,
    dedupe: `booking:${meeting.id}:${what}:${meeting.icsSequence}:${person.id}`,
    to: person.email,
    recipientId: person.id,
    bookingId: meeting.id,
    subject: subjectFor(person, meeting.during),
    ...(calendar && { attachments: [calendarFile(calendarEntry(calendar, meeting, person, now))] }),
    letter: (sheet) => letter(person, sheet),
  }));
}

/** The day and hour, for whoever chose so; otherwise what all letters say. */
export function subjectFor(
  { saysWhen, zone }: Pick<Recipient, "saysWhen" | "zone">,
  { start }: { start: number },
): string | undefined {
  return saysWhen ? `${dayWords(start, zone)}, ${clockWords(start, zone)}` : undefined;
}

/** "Monday 7 December, 18:00, Lisbon time". */
export function untilWords(at: number, zone: string): string {
  return `${dayWords(at, zone)}, ${clockWords(at, zone)}, ${zoneWords(zone)}`;
}

export async function readRecipients(tx: Tx, bookingId: string): Promise<Recipient[]> {
  return Array.from(
    await tx.execute<Recipient>(
      sql`select id, name, email, zone, says_when as "saysWhen" from letter_recipients(${bookingId})`,
    ),
  );
}
