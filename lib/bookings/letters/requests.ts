import { createElement } from "react";
import type { Tx } from "#db/client.ts";
import BookingDeclined from "#emails/booking-declined.tsx";
import BookingRequested from "#emails/booking-requested.tsx";
import RequestUnanswered from "#emails/request-unanswered.tsx";
import TimesProposed from "#emails/times-proposed.tsx";
import { readMeeting, toAttendees, untilWords } from "#lib/bookings/letters/meeting.ts";
import { coachMoved, coachRequested, coachUnanswered, toldOf } from "#lib/bookings/letters/to-coach.ts";
import { spanWords, whenWords } from "#lib/bookings/meeting-words.ts";
import { planMessages } from "#lib/mail/messages.ts";
import { passageIn } from "#lib/mail/words/passage.ts";
import { settings } from "#lib/running/settings.ts";
import { fullZoneWords } from "#lib/time/zones.ts";

/**
 * To everyone who would come: the time is kept, and the coach answers. Who did not ask is asked to agree. What `stood`
 * in their calendars and is asked for anew goes out of them until it is confirmed. To the coach: what was asked for, or
 * that it was `moved`.
 */
export async function bookingRequested(
  tx: Tx,
  bookingId: string,
  by: { id: string },
  now: number,
  { stood = false, moved = false } = {},
): Promise<void> {
  const meeting = await readMeeting(tx, bookingId, now);
  const { appUrl } = settings();
  const letters = toAttendees(
    meeting,
    {
      kind: "booking_requested",
      what: "requested",
      ...(stood && { calendar: "CANCEL" as const }),
      letter: (person, sheet) =>
        createElement(BookingRequested, {
          name: person.name,
          with: meeting.coachName,
          byReader: by.id === person.id,
          ...whenWords(meeting.during, person.zone),
          sessionUrl: `${appUrl}/sessions/${bookingId}`,
          takesOut: stood,
          passage: passageIn("booking_requested", meeting),
          sheet,
        }),
    },
    now,
  );
  const told = toldOf(meeting);
  letters.push(moved ? coachMoved(told, { isAsked: true }) : coachRequested(told));
  await planMessages(tx, letters, now);
}

/** To everyone who would have come: it cannot be then. What the coach wrote is read in the portal, not in the mail. */
export async function bookingDeclined(tx: Tx, bookingId: string, now: number): Promise<void> {
  const meeting = await readMeeting(tx, bookingId, now);
  const { appUrl } = settings();
  const letters = toAttendees(
    meeting,
    {
      kind: "booking_declined",
      what: "declined",
      letter: (person, sheet) =>
        createElement(BookingDeclined, {
          name: person.name,
          with: meeting.coachName,
          ...whenWords(meeting.during, person.zone),
          sessionUrl: `${appUrl}/sessions/${bookingId}`,
          passage: passageIn("booking_declined", meeting),
          sheet,
        }),
    },
    now,
  );
  await planMessages(tx, letters, now);
}

/** To everyone who would come: other times, kept until then. `round` tells one proposing from the next. */
export async function timesProposed(
  tx: Tx,
  bookingId: string,
  { starts, until, round }: { starts: number[]; until: number; round: string },
  now: number,
): Promise<void> {
  const meeting = await readMeeting(tx, bookingId, now);
  const { appUrl } = settings();
  const letters = toAttendees(
    meeting,
    {
      kind: "times_proposed",
      what: `proposed:${round}`,
      letter: (person, sheet) =>
        createElement(TimesProposed, {
          name: person.name,
          with: meeting.coachName,
          times: starts.map((start) => untilWords(start, person.zone)),
          until: untilWords(until, person.zone),
          sessionUrl: `${appUrl}/sessions/${bookingId}`,
          passage: passageIn("times_proposed", meeting),
          sheet,
        }),
    },
    now,
  );
  await planMessages(tx, letters, now);
}

/** To everyone who would have come, and to the coach: nobody answered in time. */
export async function requestUnanswered(tx: Tx, bookingId: string, now: number): Promise<void> {
  const meeting = await readMeeting(tx, bookingId, now);
  const letters = toAttendees(
    meeting,
    {
      kind: "request_unanswered",
      what: "unanswered",
      letter: (person, sheet) =>
        createElement(RequestUnanswered, {
          name: person.name,
          with: meeting.coachName,
          times: [spanWords(meeting.during, person.zone)],
          zone: fullZoneWords(person.zone),
          bookUrl: `${settings().appUrl}/book`,
          sheet,
        }),
    },
    now,
  );
  letters.push(coachUnanswered(toldOf(meeting)));
  await planMessages(tx, letters, now);
}
