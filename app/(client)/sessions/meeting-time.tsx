import { isSameClock } from "#app/ui/when.tsx";
import { clockWords, dateIn, dayWords, lengthWords } from "#lib/time/words.ts";
import { fullZoneWords } from "#lib/time/zones.ts";

type Meeting = { during: { start: number; end: number }; coachName: string; coachZone: string };

/** The large "Tuesday, 18:00", its date and length, and the same moment on both people's clocks. */
export function MeetingTime({
  booking: { during, coachName, coachZone },
  zone,
  id,
}: {
  booking: Meeting;
  zone: string;
  id: string;
}) {
  const { start, end } = during;
  const [weekday, ...date] = dayWords(start, zone, { year: true }).split(" ");
  const isSameDate = dateIn(start, zone) === dateIn(start, coachZone);
  const coachWeekday = isSameDate ? "" : `${dayWords(start, coachZone).split(" ")[0]} `;
  return (
    <>
      <h1 id={id}>
        <time dateTime={new Date(start).toISOString()}>
          {weekday}, {clockWords(start, zone)}
        </time>
      </h1>
      <p>
        {date.join(" ")}, {lengthWords((end - start) / 60_000)}, until {clockWords(end, zone)}.
      </p>
      <dl className="clocks">
        <div>
          <dt>For you</dt>
          <dd>
            {clockWords(start, zone)}, {fullZoneWords(zone)}
          </dd>
        </div>
        {!isSameClock(start, zone, coachZone) && (
          <div>
            <dt>For {coachName}</dt>
            <dd>
              {coachWeekday}
              {clockWords(start, coachZone)}, {fullZoneWords(coachZone)}
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}
