import { createElement } from "react";
import type { Tx } from "#db/client.ts";
import BookingCancelled from "#emails/booking-cancelled.tsx";
import BookingConfirmed from "#emails/booking-confirmed.tsx";
import BookingMoved from "#emails/booking-moved.tsx";
import { type Meeting, readMeeting, toAttendees, untilWords } from "#lib/bookings/letters/meeting.ts";
import { type By, coachBooked, coachCancelled, coachMoved, toldOf } from "#lib/bookings/letters/to-coach.ts";
import { whenWords } from "#lib/bookings/meeting-words.ts";
import { changeableUntil, joinOpens } from "#lib/bookings/rules.ts";
import { planMessages } from "#lib/mail/messages.ts";
import { passageIn } from "#lib/mail/words/passage.ts";
import { settings } from "#lib/running/settings.ts";
import { clockWords, lengthWords } from "#lib/time/words.ts";

/** To everyone who comes: when, where, and the calendar entry. To the coach too, where a client booked. */
export async function bookingConfirmed(tx: Tx, bookingId: string, by: By, now: number): Promise<void> {
  const meeting = await readMeeting(tx, bookingId, now);
  const letters = toAttendees(
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
          opens: opensAt(meeting, person.zone),
          changeUntil: changeUntil(meeting, person.zone, now),
          passage: passageIn("booking_confirmed", meeting),
          sheet,
        }),
    },
    now,
  );
  if (by.role === "client") letters.push(coachBooked(toldOf(meeting)));
  await planMessages(tx, letters, now);
}

/** To everyone who comes: the old time, the new one, and the same calendar entry with it if it is fixed. */
export async function bookingMoved(tx: Tx, bookingId: string, by: By, now: number): Promise<void> {
  const meeting = await readMeeting(tx, bookingId, now);
  const { movedFrom } = meeting;
  const isAsked = meeting.status === "requested";
  if (!movedFrom) throw new Error("A letter tells of a move that was none");
  const letters = toAttendees(
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
  if (by.role === "client") letters.push(coachMoved(toldOf(meeting), { isAsked }));
  await planMessages(tx, letters, now);
}

/** To everyone who would have come: it is off, and the calendar entry goes. To the coach too, where a client did it. */
export async function bookingCancelled(
  tx: Tx,
  bookingId: string,
  by: By,
  now: number,
  /** Nobody had said yes to it. */
  { wasAsked = false } = {},
): Promise<void> {
  const meeting = await readMeeting(tx, bookingId, now);
  const { appUrl } = settings();
  const letters = toAttendees(
    meeting,
    {
      kind: "booking_cancelled",
      what: "cancelled",
      ...(!wasAsked && { calendar: "CANCEL" as const }),
      letter: (person, sheet) =>
        createElement(BookingCancelled, {
          wasAsked,
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
  if (by.role === "client") letters.push(coachCancelled(toldOf(meeting), { wasAsked }));
  await planMessages(tx, letters, now);
}

/** What a letter about a meeting says of it besides its time. */
export function facts({ id, during, place }: Meeting) {
  return {
    length: lengthWords((during.end - during.start) / 60_000),
    where: place || undefined,
    sessionUrl: `${settings().appUrl}/sessions/${id}`,
  };
}

/** When the way in by video opens, where there is one: "17:00". */
export function opensAt({ link, during }: Meeting, zone: string): string | undefined {
  return link === null ? undefined : clockWords(joinOpens(during.start), zone);
}

/** Until when whoever comes may change it, where that lies ahead. */
export function changeUntil(meeting: Meeting, zone: string, now: number): string | undefined {
  const until = changeableUntil({ ...meeting, start: meeting.during.start }, "client");
  return until > now ? untilWords(until, zone) : undefined;
}
