import { createElement } from "react";
import type { Tx } from "#db/client.ts";
import { together } from "#db/together.ts";
import CoachDay from "#emails/coach-day.tsx";
import { readDesk } from "#lib/bookings/letters/meeting.ts";
import { firstNames } from "#lib/bookings/meeting-words.ts";
import { type DueOverview, findDay } from "#lib/bookings/overview/queries.ts";
import { planMessage } from "#lib/mail/messages.ts";
import { countUnfinished } from "#lib/notes/unfinished.ts";
import { settings } from "#lib/running/settings.ts";
import { clockWords, dateWords, dayWords } from "#lib/time/words.ts";
import { fullZoneWords } from "#lib/time/zones.ts";

/**
 * To the coach: who comes today, and what waits. Nothing on a day that brought neither when the overview came due. True
 * when one was planned.
 */
export async function coachDay(tx: Tx, due: DueOverview, now: number): Promise<boolean> {
  const { coachId, date, zone, since, until, dedupe } = due;
  const { sessions, requests } = await findDay(tx, due, now);
  const stood = [...sessions, ...requests].some(
    ({ madeAt, movedAt }) => madeAt.getTime() <= since && (movedAt ?? 0) <= since,
  );
  if (!stood) return false;
  const [coach, unfinished] = await together(readDesk(tx, coachId, now), countUnfinished(tx, coachId, now));
  const id = await planMessage(
    tx,
    {
      kind: "coach_day",
      dedupe,
      to: coach.email,
      recipientId: coachId,
      habits: coach.habits,
      expiresAt: until,
      letter: (sheet) =>
        createElement(CoachDay, {
          name: coach.name,
          day: dateWords(date),
          sessions: sessions.map(
            ({ during, people }) =>
              `${clockWords(during.start, zone)} to ${clockWords(during.end, zone)}, ${firstNames(people)}`,
          ),
          requests: requests.map(
            ({ people, until: kept }) =>
              `${firstNames(people)}, kept until ${dayWords(kept, zone)}, ${clockWords(kept, zone)}`,
          ),
          unfinished: unfinishedWords(unfinished),
          zone: fullZoneWords(zone),
          deskUrl: `${settings().appUrl}/coach`,
          sheet,
        }),
    },
    now,
  );
  return id !== undefined;
}

function unfinishedWords(count: number): string | undefined {
  if (count === 0) return undefined;
  return count === 1
    ? "You have not finished writing about one earlier session."
    : `You have not finished writing about ${count} earlier sessions.`;
}
