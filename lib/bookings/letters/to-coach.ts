import { createElement, type ReactElement } from "react";
import CoachBooked from "#emails/coach-booked.tsx";
import CoachCancelled from "#emails/coach-cancelled.tsx";
import CoachMoved from "#emails/coach-moved.tsx";
import CoachRequested from "#emails/coach-requested.tsx";
import CoachUnanswered from "#emails/coach-unanswered.tsx";
import type { Sheet } from "#emails/letter.tsx";
import { type Meeting, subjectFor } from "#lib/bookings/letters/meeting.ts";
import { firstNames, movedWords, spanWords } from "#lib/bookings/meeting-words.ts";
import type { PlannedMessage } from "#lib/mail/compose.ts";
import type { Habits } from "#lib/mail/habits.ts";
import type { LetterKind } from "#lib/mail/letters.ts";
import { settings } from "#lib/running/settings.ts";
import { clockWords, dayWords } from "#lib/time/words.ts";
import { fullZoneWords } from "#lib/time/zones.ts";

type Stretch = { start: number; end: number };

/** Whoever did it. The coach hears of what clients do, not of what they did themselves. */
export type By = { id: string; role: string };

export type Desk = { id: string; name: string; email: string; habits: Habits };

/** What a coach is told of. */
export type Told = {
  coach: Desk;
  /** The booking to look at; of several that belong together the main one. */
  about: { id: string; icsSequence: number; during: Stretch };
  sessions: readonly { during: Stretch; movedFrom: Stretch | null }[];
  people: readonly { name: string }[];
};

/** The same of a single meeting. */
export function toldOf(meeting: Meeting): Told {
  return { coach: meeting.coach, about: meeting, sessions: [meeting], people: meeting.recipients };
}

export function coachBooked(told: Told): PlannedMessage {
  const letter = (sheet: Sheet) => createElement(CoachBooked, { ...wordsOf(told), sheet });
  return write("coach_booked", told, letter, { whileItStands: true });
}

export function coachRequested(told: Told): PlannedMessage {
  const first = Math.min(...told.sessions.map(({ during }) => during.start));
  const { zone } = told.coach.habits;
  const until = `${dayWords(first, zone)}, ${clockWords(first, zone)}`;
  const waitsForOther = told.people.length > 1;
  return write("coach_requested", told, (sheet) =>
    createElement(CoachRequested, { ...wordsOf(told), until, waitsForOther, sheet }),
  );
}

/** `went` was cancelled with it. `isAsked`: it waits for the coach's answer. */
export function coachMoved(
  told: Told,
  { went = [], isAsked = false }: { went?: Stretch[]; isAsked?: boolean } = {},
): PlannedMessage {
  const { zone } = told.coach.habits;
  const times = told.sessions.map(({ during, movedFrom }) => movedWords(during, movedFrom, zone));
  const gone = went.map((during) => spanWords(during, zone));
  const letter = (sheet: Sheet) =>
    createElement(CoachMoved, { ...wordsOf(told), times, went: gone, isAsked, sheet });
  return write("coach_moved", told, letter, { whileItStands: !isAsked });
}

/** `wasAsked`: the coach had not said yes yet. */
export function coachCancelled(told: Told, { wasAsked }: { wasAsked: boolean }): PlannedMessage {
  return write("coach_cancelled", told, (sheet) =>
    createElement(CoachCancelled, { ...wordsOf(told), wasAsked, sheet }),
  );
}

export function coachUnanswered(told: Told): PlannedMessage {
  return write("coach_unanswered", told, (sheet) =>
    createElement(CoachUnanswered, { ...wordsOf(told), sheet }),
  );
}

function wordsOf({ coach, about, sessions, people }: Told) {
  const { zone } = coach.habits;
  return {
    name: coach.name,
    who: firstNames(people),
    times: sessions.map(({ during }) => spanWords(during, zone)),
    zone: fullZoneWords(zone),
    sessionUrl: `${settings().appUrl}/coach/sessions/${about.id}`,
  };
}

/** In the coach's quiet hours it waits, unless the meeting begins before those end. */
function write(
  kind: LetterKind,
  { coach: { id, email, habits }, about }: Told,
  letter: (sheet: Sheet) => ReactElement,
  /** It is of no use once the meeting begins at another time, or is off. */
  { whileItStands = false } = {},
): PlannedMessage {
  return {
    kind,
    dedupe: `${kind}:${about.id}:${about.icsSequence}`,
    to: email,
    recipientId: id,
    habits,
    bookingId: about.id,
    ...(whileItStands && { forStart: about.during.start }),
    neededBy: about.during.start,
    subject: subjectFor(habits, about.during),
    letter,
  };
}
