import { whoComes } from "#app/coach/who-comes.ts";
import { standingOf } from "#lib/bookings/standing.ts";
import type { DeskEntry } from "#lib/desk/today.ts";
import { clockWords, dateIn, dayWords } from "#lib/time/words.ts";

/** "Mara is here until 11:30. Jonas and Ute are next, at 12:00." */
export function WhoIsNext({ book, zone, now }: { book: DeskEntry[]; zone: string; now: number }) {
  const here = book.find((entry) => standingOf(entry, now) === "now");
  const next = book.find((entry) => entry.during.start > now);
  return (
    <>
      {here && `${whoComes(here)} ${are(here)} with you until ${clockWords(here.during.end, zone)}. `}
      {next && `${whoComes(next)} ${are(next)} next, ${soon(next.during.start, zone, now)}.`}
      {!next && "Nobody else comes in these days."}
    </>
  );
}

function are({ attendees }: DeskEntry): string {
  return attendees.length > 1 ? "are" : "is";
}

function soon(at: number, zone: string, now: number): string {
  const clock = clockWords(at, zone);
  return dateIn(at, zone) === dateIn(now, zone) ? `at ${clock}` : `on ${dayWords(at, zone)} at ${clock}`;
}
