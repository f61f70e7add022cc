import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";

type Person = { name: string; email: string };

export type Invite = {
  /** REQUEST puts the entry in or moves it, CANCEL takes it out. PUBLISH is for a file to keep: it invites nobody. */
  method: "REQUEST" | "CANCEL" | "PUBLISH";
  /** The same for the life of the booking. */
  uid: string;
  /** Higher with every change of time or place, and with the cancelling. */
  sequence: number;
  /** Epoch milliseconds, as are `end` and `now`. */
  start: number;
  end: number;
  /** Shown on lock screens and in shared calendars: names no kind of session. */
  title: string;
  description: string;
  location: string;
  /** The address that the mail comes from. */
  organizer: Person;
  attendee: Person;
  now: number;
};

/** The calendar entry that goes with a mail, as iCalendar text. */
export function calendarInvite(invite: Invite): string {
  const isCancelled = invite.method === "CANCEL";
  const organizer = tidyPerson(invite.organizer);
  const attendee = tidyPerson(invite.attendee);
  const calendar = ical({
    prodId: "//Attune//Portal//EN",
    scale: "GREGORIAN",
    method: ICalCalendarMethod[invite.method],
  });
  const event = calendar.createEvent({
    id: oneLine(invite.uid),
    sequence: invite.sequence,
    stamp: new Date(invite.now),
    lastModified: new Date(invite.now),
    start: new Date(invite.start),
    end: new Date(invite.end),
    summary: oneLine(invite.title),
    description: `${tidy(invite.description)}\n\nAnswers to this entry are not read.`.trim(),
    location: oneLine(invite.location) || null,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: isCancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    class: ICalEventClass.PRIVATE,
    organizer,
  });
  // Calendars take an organizer who invites themselves for a broken entry.
  const isInvited = attendee.email.toLowerCase() !== organizer.email.toLowerCase();
  if (isInvited && invite.method !== "PUBLISH")
    event.createAttendee({
      ...attendee,
      rsvp: false,
      role: ICalAttendeeRole.REQ,
      status: ICalAttendeeStatus.NEEDSACTION,
      type: ICalAttendeeType.INDIVIDUAL,
    });
  return `${calendar.toString()}\r\n`;
}

/** The same as an attachment. Mail programs believe the method only when both places agree. */
export function calendarFile(invite: Invite) {
  return {
    filename: "invite.ics",
    content: calendarInvite(invite),
    contentType: `text/calendar; charset=utf-8; method=${invite.method}`,
  };
}

// Control characters have no escape in iCalendar; a half of a surrogate pair has none in UTF-8.
const tidy = (text: string) =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n]/gu, "");

export const oneLine = (text: string) => tidy(text).replaceAll("\n", " ").trim();

// Names go into a quoted parameter, where a double quote cannot stand.
const tidyPerson = ({ name, email }: Person): Person => ({
  name: oneLine(name).replaceAll('"', "'") || oneLine(email),
  email: oneLine(email),
});
