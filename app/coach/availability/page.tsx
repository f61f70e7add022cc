import type { Metadata } from "next";
import { Main } from "#app/ui/main.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { requireCoach } from "#lib/auth/viewer.ts";
import { findAvailability } from "#lib/availability/queries.ts";
import { findReader, listBook } from "#lib/bookings/queries.ts";
import { listBusyFeeds } from "#lib/calendar/busy/queries.ts";
import { dateIn } from "#lib/time/words.ts";
import { fullZoneWords, listZones } from "#lib/time/zones.ts";
import { AvailabilityDesk } from "./availability-desk.tsx";
import { BusyFeeds } from "./busy-feeds.tsx";
import { ChangedDays } from "./changed-days.tsx";
import { ClientView } from "./client-view.tsx";
import { ownClockWords } from "./own-clock-words.ts";
import { SessionKinds } from "./session-kinds.tsx";
import { sessionsInside } from "./sessions-inside.ts";
import { TimeOffList } from "./time-off-list.tsx";
import { WeeklyHoursForm } from "./weekly-hours-form.tsx";

export const metadata: Metadata = { title: "Your hours" };

const month = 31 * 86_400_000;

export default async function Availability() {
  const coach = await requireCoach();
  const { zone } = await findReader(coach);
  const now = Date.now();
  const today = dateIn(now, zone);
  const [found, book, feeds] = await Promise.all([
    findAvailability(coach, today),
    listBook(coach, now - month, now + month, now),
    listBusyFeeds(coach),
  ]);
  if (!found) throw new Error("This coach has no hours to keep");
  const { weeklyHours, dateOverrides, timeOff, types } = found;
  const sessions = await sessionsInside(coach, timeOff, zone, now);
  const named = types.map(({ kind, name }) => ({ kind, name }));
  const zones = listZones();
  const theirZones = [...new Set(book.flatMap(({ attendees }) => attendees.map((person) => person.zone)))];

  return (
    <Main>
      <div className="desk-head">
        <div>
          <h1>Your hours</h1>
          <p className="quiet">
            All times here are in {fullZoneWords(zone)}. Each client sees their own.{" "}
            {ownClockWords(zone, now)}
          </p>
        </div>
      </div>
      <nav className="jump" aria-label="On this page">
        <a href="#weekly">Weekly hours</a>
        <a href="#changed">Changed days</a>
        <a href="#off">Time off</a>
        <a href="#kinds">Kinds of session</a>
        <a href="#calendars">Your other calendars</a>
        <a href="#seen">What a client sees</a>
      </nav>
      <AvailabilityDesk>
        {weeklyHours.length === 0 && (
          <Notice title="Nobody can book yet">
            <p>All days are closed. Tick a day below and say from when to when it is open.</p>
          </Notice>
        )}
        <WeeklyHoursForm zone={zone} weeklyHours={weeklyHours} zones={zones} named={named} />
        <div className="pair">
          <ChangedDays dateOverrides={dateOverrides} named={named} today={today} />
          <TimeOffList timeOff={timeOff} sessions={sessions} today={today} />
        </div>
        <SessionKinds kinds={types} />
        <BusyFeeds feeds={feeds} now={now} zone={zone} />
        {types.length > 0 && (
          <ClientView
            kinds={types}
            zones={zones}
            theirZones={theirZones}
            coachZone={zone}
            openWeekday={weeklyHours[0]?.weekday ?? 1}
          />
        )}
      </AvailabilityDesk>
    </Main>
  );
}
