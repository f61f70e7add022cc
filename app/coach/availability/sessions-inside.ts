import { namesOf } from "#app/ui/when.tsx";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { daysSpan } from "#lib/bookings/rules.ts";
import { listSessionsOn } from "#lib/bookings/sessions-on.ts";
import { dateIn, dateWords } from "#lib/time/words.ts";
import type { BookedSession } from "./time-off-list.tsx";
import type { TimeOff } from "./time-off-words.ts";

/** What is booked on days off, by the dates in the coach's zone: "Samuel, 22 December". */
export async function sessionsInside(
  coach: CoachViewer,
  timeOff: TimeOff[],
  zone: string,
  now: number,
): Promise<BookedSession[]> {
  const spans = timeOff.map(({ fromDate, toDate }) => {
    const days = (Date.parse(toDate) - Date.parse(fromDate)) / 86_400_000 + 1;
    return daysSpan(fromDate, days, zone);
  });
  const sessions = await listSessionsOn(coach, spans, now);
  return sessions.map(({ id, during, names }) => {
    const fromDate = dateIn(during.start, zone);
    const date = dateWords(fromDate).split(" ").slice(1).join(" ");
    return {
      id,
      fromDate,
      toDate: dateIn(during.end - 1, zone),
      words: `${namesOf(names.map((name) => ({ name })))}, ${date}`,
    };
  });
}
