import type { Metadata } from "next";
import { ClientsToday } from "#app/coach/clients-today.tsx";
import { DayAgenda } from "#app/coach/day-agenda.tsx";
import { groupDays } from "#app/coach/group-days.ts";
import { PleaseLook } from "#app/coach/please-look.tsx";
import { Requests } from "#app/coach/requests.tsx";
import { SupportToCheck } from "#app/coach/support-to-check.tsx";
import { TimeNow } from "#app/coach/time-now.tsx";
import { NotFinishedYet } from "#app/coach/unfinished.tsx";
import { WhoIsNext } from "#app/coach/who-is-next.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Main } from "#app/ui/main.tsx";
import { requireCoach } from "#lib/auth/viewer.ts";
import { daysSpan, listDates } from "#lib/bookings/rules.ts";
import { readToday } from "#lib/desk/today.ts";
import { listFlags } from "#lib/flags/queries.ts";
import { listScreeningsToLookAt } from "#lib/screening/to-look-at.ts";
import { dateIn, dayWords } from "#lib/time/words.ts";

export const metadata: Metadata = { title: "Today" };

// The first screen is for what is near; the rest has pages of its own.
const most = 12;

export default async function Today() {
  const coach = await requireCoach();
  const now = Date.now();
  const [{ zone, entries, gates, clients, rest, ...left }, flagged, screenings] = await Promise.all([
    readToday(coach, now),
    listFlags(coach),
    listScreeningsToLookAt(coach),
  ]);
  const today = dateIn(now, zone);
  const dates = listDates(today, 8);
  const { start, end } = daysSpan(today, 8, zone);
  const book = entries.filter(({ during }) => during.start < end && during.end > start);
  const requests = entries.filter(({ status, isOfArc }) => status === "requested" && !isOfArc);

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
            <DayAgenda
              key={group.dates[0]}
              {...group}
              beside={{ flagged, screenings, gates }}
              today={today}
              zone={zone}
              now={now}
            />
          ))}
        </div>
        <div>
          <Requests requests={requests} gates={gates} zone={zone} now={now} />
          <NotFinishedYet sessions={left.unfinished} hasMore={left.hasMoreUnfinished} zone={zone} now={now} />
          <p>
            <ButtonLink look="quiet" href="/coach/calendar-address">
              Keep your book in your calendar
            </ButtonLink>
          </p>
        </div>
      </div>
      <ClientsToday
        clients={clients.slice(0, most)}
        hasMore={rest !== undefined || clients.length > most}
        flagged={flagged}
        screenings={screenings}
        zone={zone}
        now={now}
      />
    </Main>
  );
}
