import { createElement } from "react";
import type { Tx } from "#db/client.ts";
import BookingCancelled from "#emails/booking-cancelled.tsx";
import BookingConfirmed from "#emails/booking-confirmed.tsx";
import BookingMoved from "#emails/booking-moved.tsx";
import { type Meeting, readMeeting, tellAttendees, untilWords } from "#lib/bookings/letters/meeting.ts";
import { whenWords } from "#lib/bookings/meeting-words.ts";
import { changeableUntil } from "#lib/bookings/rules.ts";
import { passageIn } from "#lib/mail/words/passage.ts";
import { settings } from "#lib/running/settings.ts";
import { lengthWords } from "#lib/time/words.ts";

/** To everyone who comes: when, where, and the calendar entry. */
export async function bookingConfirmed(tx: Tx, bookingId: string, now: number): Promise<void> {
  const meeting = await readMeeting(tx, bookingId);
  await tellAttendees(
    tx,
    meeting,
    {
      kind: "booking_confirmed",
      what: "confirmed",
      calendar: "REQUEST",
      letter: (person, sheet) =>
        createElement(BookingConfirmed, {
          name: person.name,
          with: meeting.coachName,
          ...whenWords(meeting.during, person.zone),
          ...facts(meeting),
          changeUntil: changeUntil(meeting, person.zone, now),
          passage: passageIn("booking_confirmed", meeting),
          sheet,
        }),
    },
    now,
  );
}

/** To everyone who comes: the old time, the new one, and the same calendar entry with it if it is fixed. */
export async function bookingMoved(
  tx: Tx,
  bookingId: string,
  by: { id: string },
  now: number,
): Promise<void> {
  const meeting = await readMeeting(tx, bookingId);
  const { movedFrom } = meeting;
  const isAsked = meeting.status === "requested";
  if (!movedFrom) throw new Error("A letter tells of a move that was none");
  await tellAttendees(
    tx,
    meeting,
    {
      kind: "booking_moved",
      what: "moved",
      ...(!isAsked && { calendar: "REQUEST" as const }),
      letter: (person, sheet) =>
        createElement(BookingMoved, {
          name: person.name,
          with: meeting.coachName,
          byReader: by.id === person.id,
          was: untilWords(movedFrom.start, person.zone),
          ...whenWords(meeting.during, person.zone),
          ...facts(meeting),
          changeUntil: changeUntil(meeting, person.zone, now),
          isAsked,
          passage: passageIn("booking_moved", meeting),
          sheet,
        }),
    },
    now,
  );
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
  await tellAttendees(
    tx,
    meeting,
    {
      kind: "booking_cancelled",
      what: "cancelled",
      calendar: "CANCEL",
      letter: (person, sheet) =>
        createElement(BookingCancelled, {
          name: person.name,
          with: meeting.coachName,
          byReader: by.id === person.id,
          ...whenWords(meeting.during, person.zone),
          bookUrl: `${appUrl}/book`,
          passage: passageIn("booking_cancelled", meeting),
          sheet,
        }),
    },
    now,
  );
}

function facts({ id, during, place }: Meeting) {
  return {
    length: lengthWords((during.end - during.start) / 60_000),
    where: place || undefined,
    sessionUrl: `${settings().appUrl}/sessions/${id}`,
  };
}

function changeUntil(meeting: Meeting, zone: string, now: number): string | undefined {
  const until = changeableUntil({ ...meeting, start: meeting.during.start }, "client");
  return until > now ? untilWords(until, zone) : undefined;
}
