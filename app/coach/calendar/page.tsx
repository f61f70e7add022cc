import type { Metadata } from "next";
import { Main } from "#app/ui/main.tsx";
import { requireCoach } from "#lib/auth/viewer.ts";
import { findAvailability } from "#lib/availability/queries.ts";
import { findCalendar } from "#lib/bookings/calendar-week.ts";
import { findReader } from "#lib/bookings/queries.ts";
import { daysSpan } from "#lib/bookings/rules.ts";
import { listBusyFeeds } from "#lib/calendar/busy/queries.ts";
import { dateAfter } from "#lib/time/wall-clock.ts";
import { dateIn } from "#lib/time/words.ts";
import { fullZoneWords } from "#lib/time/zones.ts";
import { CalendarBar } from "./calendar-bar.tsx";
import { calendarDays } from "./calendar-days.ts";
import { CalendarDesk } from "./calendar-desk.tsx";
import { MonthDays } from "./month-days.tsx";
import { OtherCalendars } from "./other-calendars.tsx";
import { datesShown, readAddress } from "./shown-days.ts";
import { SmallMonth } from "./small-month.tsx";
import { WhatIsWhat } from "./what-is-what.tsx";

export const metadata: Metadata = { title: "Calendar" };

export default async function Calendar({ searchParams }: PageProps<"/coach/calendar">) {
  const coach = await requireCoach();
  const { zone } = await findReader(coach);
  const now = Date.now();
  const today = dateIn(now, zone);
  const asked = await searchParams;
  const { view, date } = readAddress(asked, today);
  const dates = datesShown(view, date);
  const month = datesShown("month", date);
  const [first = today] = dates;
  const [found, openHours, feeds] = await Promise.all([
    // The day before may keep the first one light.
    findCalendar(
      coach,
      daysSpan(dateAfter(first, -1), dates.length + 1, zone),
      daysSpan(month[0] ?? first, month.length, zone),
      now,
    ),
    findAvailability(coach, first),
    listBusyFeeds(coach),
  ]);
  if (!openHours) throw new Error("This coach has no hours to keep");
  const days = calendarDays({ ...found, dates, zone, now, openHours });

  return (
    <Main>
      <CalendarBar view={view} date={date} today={today} />
      <p className="quiet calendar__about">
        Your own zone: <span className="set">{fullZoneWords(zone)}</span>.{" "}
        {view !== "month" && (
          <span className="calendar__how">To move a session, drag it, or press Move beside it.</span>
        )}
      </p>
      <div className="calendar">
        {view === "month" ? (
          <MonthDays days={days} month={date.slice(0, 7)} />
        ) : (
          <CalendarDesk
            key={`${view} ${date}`}
            days={days}
            zone={zone}
            now={now}
            asked={typeof asked.move === "string" ? asked.move : undefined}
          />
        )}
        <div className="side">
          <SmallMonth dates={month} date={date} view={view} today={today} booked={found.booked} zone={zone} />
          <WhatIsWhat kinds={openHours.types} />
          <OtherCalendars feeds={feeds} zone={zone} now={now} />
        </div>
      </div>
    </Main>
  );
}
