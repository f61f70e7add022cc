import { meetingTitle, whenWords } from "#lib/bookings/meeting-words.ts";
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
  attendee: Invite["attendee"] & { zone: string },
  now: number,
): Invite {
  const { when, whenDate, whenZone } = whenWords(meeting.during, attendee.zone);
  return {
    method,
    uid: meeting.icsUid,
    sequence: meeting.icsSequence,
    start: meeting.during.start,
    end: meeting.during.end,
    title: meetingTitle(meeting.coachName),
    description: `${when}, ${whenDate}, ${whenZone}\n${settings().appUrl}/sessions/${meeting.id}`,
    location: "",
    organizer: senderOf(settings().mail.from),
    attendee,
    now,
  };
}

/** The same as a file to keep, for whoever may see the session. It invites nobody. */
export function calendarOf(meeting: Meeting & { status: string }, zone: string, now: number): string {
  const nobody = { ...senderOf(settings().mail.from), zone };
  return calendarInvite(
    calendarEntry(meeting.status === "cancelled" ? "CANCEL" : "PUBLISH", meeting, nobody, now),
  );
}
