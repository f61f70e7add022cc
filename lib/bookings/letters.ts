import { eq, sql } from "drizzle-orm";
import { createElement } from "react";
import type { Tx } from "#db/client.ts";
import { bookings, coaches, sessionTypes, users } from "#db/schema/index.ts";
import BookingCancelled from "#emails/booking-cancelled.tsx";
import BookingConfirmed from "#emails/booking-confirmed.tsx";
import HoldToConfirm from "#emails/hold-to-confirm.tsx";
import { issueToken } from "#lib/auth/tokens.ts";
import { calendarEntry } from "#lib/bookings/calendar.ts";
import { whenWords } from "#lib/bookings/meeting-words.ts";
import { cancellableUntil } from "#lib/bookings/rules.ts";
import { calendarFile } from "#lib/calendar/invite.ts";
import { planMessage } from "#lib/mail/messages.ts";
import { settings } from "#lib/running/settings.ts";
import { clockWords, dayWords, lengthWords } from "#lib/time/words.ts";
import { zoneWords } from "#lib/time/zones.ts";

// Nothing a bystander could read says what the client is doing.
const subject = "A note from your portal";

/** To whoever chose the time: the link and the code that make it theirs. */
export async function holdToConfirm(tx: Tx, bookingId: string, browserHash: Buffer | undefined, now: number) {
  const meeting = await readMeeting(tx, bookingId);
  const { heldEmail: email, holdExpires: expiresAt } = meeting;
  if (!email || !expiresAt) throw new Error("A hold has lost its address");
  const { id, token, code } = await issueToken(tx, { email, browserHash, bookingId, expiresAt, now });
  const { appUrl } = settings();
  await planMessage(tx, {
    kind: "hold_to_confirm",
    dedupe: `hold:${bookingId}:${id}`,
    to: email,
    bookingId,
    subject,
    expiresAt,
    lane: "sign-in",
    letter: createElement(HoldToConfirm, {
      with: meeting.coachName,
      ...whenWords(meeting.during, meeting.bookedZone),
      until: `${clockWords(expiresAt, meeting.bookedZone)}, ${zoneWords(meeting.bookedZone)}`,
      code,
      confirmUrl: `${appUrl}/sign-in/confirm?t=${token}`,
      portalUrl: appUrl,
    }),
  });
}

/** To everyone who comes: when, where, and the calendar entry. */
export async function bookingConfirmed(tx: Tx, bookingId: string, now: number): Promise<void> {
  const meeting = await readMeeting(tx, bookingId);
  const { appUrl } = settings();
  const changeUntil = cancellableUntil({ ...meeting, start: meeting.during.start }, "client");
  for (const person of await readRecipients(tx, bookingId)) {
    await planMessage(tx, {
      kind: "booking_confirmed",
      dedupe: `booking:${bookingId}:confirmed:${meeting.icsSequence}:${person.id}`,
      to: person.email,
      recipientId: person.id,
      bookingId,
      subject,
      lane: "booking",
      attachments: [calendarFile(calendarEntry("REQUEST", meeting, person, now))],
      letter: createElement(BookingConfirmed, {
        name: person.name,
        with: meeting.coachName,
        ...whenWords(meeting.during, person.zone),
        length: lengthWords(meeting.minutes),
        where: meeting.place || undefined,
        sessionUrl: `${appUrl}/sessions/${bookingId}`,
        changeUntil:
          changeUntil > now
            ? `${dayWords(changeUntil, person.zone)}, ${clockWords(changeUntil, person.zone)}, ${zoneWords(person.zone)}`
            : undefined,
        portalUrl: appUrl,
      }),
    });
  }
}

/** To everyone who would have come: it is off, and the calendar entry goes. */
export async function bookingCancelled(
  tx: Tx,
  bookingId: string,
  by: { id: string },
  now: number,
): Promise<void> {
  const meeting = await readMeeting(tx, bookingId);
  const { appUrl } = settings();
  for (const person of await readRecipients(tx, bookingId)) {
    await planMessage(tx, {
      kind: "booking_cancelled",
      dedupe: `booking:${bookingId}:cancelled:${meeting.icsSequence}:${person.id}`,
      to: person.email,
      recipientId: person.id,
      bookingId,
      subject,
      lane: "booking",
      attachments: [calendarFile(calendarEntry("CANCEL", meeting, person, now))],
      letter: createElement(BookingCancelled, {
        name: person.name,
        with: meeting.coachName,
        byReader: by.id === person.id,
        ...whenWords(meeting.during, person.zone),
        bookUrl: `${appUrl}/book`,
        portalUrl: appUrl,
      }),
    });
  }
}

type Recipient = { id: string; name: string; email: string; zone: string };

async function readMeeting(tx: Tx, bookingId: string) {
  const [meeting] = await tx
    .select({
      id: bookings.id,
      during: bookings.during,
      bookedZone: bookings.bookedZone,
      holdExpires: bookings.holdExpires,
      heldEmail: bookings.heldEmail,
      icsUid: bookings.icsUid,
      icsSequence: bookings.icsSequence,
      kind: sessionTypes.kind,
      minutes: sessionTypes.minutes,
      cutOff: sessionTypes.cutOff,
      place: sessionTypes.place,
      coachName: users.displayName,
    })
    .from(bookings)
    .innerJoin(sessionTypes, eq(sessionTypes.id, bookings.typeId))
    .innerJoin(coaches, eq(coaches.id, bookings.coachId))
    .innerJoin(users, eq(users.id, coaches.id))
    .where(eq(bookings.id, bookingId));
  if (!meeting) throw new Error("A letter was asked for a booking that is not there");
  return meeting;
}

async function readRecipients(tx: Tx, bookingId: string): Promise<Recipient[]> {
  return Array.from(
    await tx.execute<Recipient>(sql`select id, name, email, zone from letter_recipients(${bookingId})`),
  );
}
