import type { Metadata } from "next";
import { DayAgenda } from "#app/coach/day-agenda.tsx";
import { groupDays } from "#app/coach/group-days.ts";
import { OpenHours } from "#app/coach/open-hours.tsx";
import { PleaseLook } from "#app/coach/please-look.tsx";
import { Requests } from "#app/coach/requests.tsx";
import { SupportToCheck } from "#app/coach/support-to-check.tsx";
import { TimeNow } from "#app/coach/time-now.tsx";
import { WhoIsNext } from "#app/coach/who-is-next.tsx";
import { Main } from "#app/ui/main.tsx";
import { requireCoach } from "#lib/auth/viewer.ts";
import { findAvailability } from "#lib/availability/queries.ts";
import { findReader, listBook, listOpenRequests } from "#lib/bookings/queries.ts";
import { daysSpan, listDates } from "#lib/bookings/rules.ts";
import { listFlags } from "#lib/flags/queries.ts";
import { listScreeningsToLookAt } from "#lib/screening/to-look-at.ts";
import { dateIn, dayWords } from "#lib/time/words.ts";

export const metadata: Metadata = { title: "Today" };

export default async function Today() {
  const coach = await requireCoach();
  const { zone } = await findReader(coach);
  const now = Date.now();
  const today = dateIn(now, zone);
  const { start, end } = daysSpan(today, 8, zone);
  const [book, requests, availability, flagged, screenings] = await Promise.all([
    listBook(coach, start, end, now),
    listOpenRequests(coach),
    findAvailability(coach, today),
    listFlags(coach),
    listScreeningsToLookAt(coach),
  ]);
  const dates = listDates(today, 8);

  return (
    <Main>
      <div className="desk-head">
        <div>
          <h1>{dayWords(now, zone)}</h1>
          <p className="quiet">
            <TimeNow now={now} zone={zone} /> <WhoIsNext book={book} zone={zone} now={now} />
          </p>
        </div>
      </div>
      <div className="desk-grid">
        <div>
          <SupportToCheck viewer={coach} now={now} />
          <PleaseLook flagged={flagged} screenings={screenings} zone={zone} now={now} />
          {groupDays(book, dates, zone).map((group) => (
            <DayAgenda key={group.dates[0]} {...group} today={today} zone={zone} now={now} />
          ))}
        </div>
        <div>
          <Requests requests={requests} zone={zone} now={now} />
          {availability && <OpenHours {...availability} dates={dates} />}
        </div>
      </div>
    </Main>
  );
}
