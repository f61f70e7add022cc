import { dateOf, elsewhereWords, isSameClock } from "#app/ui/when.tsx";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import type { FoundBooking } from "#lib/bookings/queries.ts";
import { type BesideSession, listBesideSession, listToSuggest } from "#lib/lessons/suggestions/queries.ts";
import { clockWords } from "#lib/time/words.ts";
import { distanceWords } from "./distance-words.ts";
import { LessonsBeside } from "./lessons-beside.tsx";

const day = 86_400_000;
const longestUse = 134 * day;

/** The lessons that stand beside a session, as long as it stands itself. */
export async function LessonsHere({
  coach,
  booking,
  now,
}: {
  coach: CoachViewer;
  booking: FoundBooking;
  now: number;
}) {
  const stands = ["requested", "confirmed", "completed", "no_show"].includes(booking.status);
  if (!stands || booking.attendees.length === 0) return null;
  const [beside, { lessons, mentored }] = await Promise.all([
    listBesideSession(coach, booking.id),
    listToSuggest(
      coach,
      booking.attendees.map(({ id }) => id),
    ),
  ]);
  const { start } = booking.during;
  return (
    <LessonsBeside
      bookingId={booking.id}
      people={booking.attendees.map(({ id, name }) => ({ id, name, isMentored: mentored.includes(id) }))}
      lessons={lessons}
      beside={beside.map((one) => {
        const { id, lesson, exercise, days, isDone } = one;
        const name = booking.attendees.find((person) => person.id === one.clientId)?.name ?? "them";
        const title = exercise ? `${exercise}, in ${lesson}` : lesson;
        return { id, title, name, distance: distanceWords(days), when: whenWords(one, booking, now), isDone };
      })}
      hasBegun={start <= now}
      mayAdd={lessons.length > 0 && now < start + longestUse}
    />
  );
}

function whenWords({ from, clientId }: BesideSession, booking: FoundBooking, now: number): string {
  const { coachZone, status, attendees } = booking;
  const theirs = attendees.find(({ id }) => id === clientId);
  if (from === undefined || !theirs)
    return "Not shown: the quiet days round another session leave it no time.";
  const elsewhere = isSameClock(from, theirs.zone, coachZone)
    ? ""
    : `, ${elsewhereWords(from, theirs.zone, coachZone)}`;
  const when = `${dateOf(from, coachZone, now)}, ${clockWords(from, coachZone)}${elsewhere}`;
  if (status === "requested") return `Shown from ${when}, if this session is confirmed.`;
  return from <= now ? `Shown since ${when}.` : `Shown from ${when}.`;
}
