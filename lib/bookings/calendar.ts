import { meetingTitle } from "#lib/bookings/meeting-words.ts";
import { calendarInvite, type Invite } from "#lib/calendar/invite.ts";
import { senderOf } from "#lib/mail/sender-address.ts";
import { settings } from "#lib/running/settings.ts";

type Meeting = {
  id: string;
  during: { start: number; end: number };
  icsUid: string;
  icsSequence: number;
  coachName: string;
};

/** The calendar entry of a meeting. It names no kind of session and, but for a first letter, nobody. */
export function calendarEntry(
  method: Invite["method"],
  meeting: Meeting,
  attendee: Invite["attendee"],
  now: number,
): Invite {
  return {
    method,
    uid: meeting.icsUid,
    sequence: meeting.icsSequence,
    start: meeting.during.start,
    end: meeting.during.end,
    title: meetingTitle(meeting.coachName),
    description: `${settings().appUrl}/sessions/${meeting.id}`,
    location: "",
    organizer: senderOf(settings().mail.from),
    attendee,
    now,
  };
}

/** The same as a file to keep, for whoever may see the session. */
export function calendarOf(meeting: Meeting & { status: string }, now: number): string {
  const nobody = senderOf(settings().mail.from);
  return calendarInvite(
    calendarEntry(meeting.status === "cancelled" ? "CANCEL" : "REQUEST", meeting, nobody, now),
  );
}
