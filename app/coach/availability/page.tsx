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
import { SessionKinds } from "./session-kinds.tsx";
import { spansToSee } from "./spans-to-see.ts";
import { WeeklyHoursForm } from "./weekly-hours-form.tsx";
import { ownClockWords } from "./zone-difference.ts";

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
  const zones = listZones();
  const seen = found.types.filter(({ offered, mode }) => offered && mode === "instant");
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
        <a href="#kinds">Kinds of session</a>
        <a href="#calendars">Your other calendars</a>
        <a href="#seen">What a client sees</a>
      </nav>
      <AvailabilityDesk>
        {found.weeklyHours.length === 0 && (
          <Notice title="Nobody can book yet">
            <p>All days are closed. Tick a day below and say from when to when it is open.</p>
          </Notice>
        )}
        <WeeklyHoursForm zone={zone} weeklyHours={found.weeklyHours} zones={zones} />
        <ChangedDays dateOverrides={found.dateOverrides} today={today} />
        <SessionKinds kinds={found.types} />
        <BusyFeeds feeds={feeds} now={now} zone={zone} />
        {seen.length > 0 && (
          <ClientView
            kinds={seen}
            spans={spansToSee(zone, now)}
            zones={zones}
            theirZones={theirZones}
            coachZone={zone}
            now={now}
          />
        )}
      </AvailabilityDesk>
    </Main>
  );
}
