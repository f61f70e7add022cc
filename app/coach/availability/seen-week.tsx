import type { FreeDay } from "#app/(public)/book/slots-query.ts";
import { minutesAhead } from "#lib/availability/clock-change.ts";
import { clockWords, dateWords } from "#lib/time/words.ts";
import { placeWords } from "#lib/time/zones.ts";

/** Seven days beside one another, times in a row drawn together. */
export function SeenWeek({
  days,
  zone,
  coachZone,
  step,
}: {
  days: FreeDay[];
  zone: string;
  coachZone: string;
  step: number;
}) {
  if (days.every(({ starts }) => starts.length === 0))
    return <p className="quiet">Nothing can be booked in these seven days.</p>;
  return (
    <>
      <ol className="seen">
        {days.map(({ date, starts }) => (
          <li key={date}>
            <h3>{shortDay(date)}</h3>
            {starts.length === 0 && <p className="quiet">Nothing</p>}
            {runsOf(starts, step).map(([first, last]) => (
              <p key={first}>
                {clockWords(first, zone)}
                {last > first && ` to ${clockWords(last, zone)}`}
              </p>
            ))}
            {changeOn(date, zone) && <p className="seen__clock">{placeWords(zone)}’s clocks change</p>}
            {zone !== coachZone && changeOn(date, coachZone) && (
              <p className="seen__clock">Your clocks change</p>
            )}
          </li>
        ))}
      </ol>
      <p className="small quiet mt-3">
        A meeting can begin every {step} minutes from the first time to the last.
      </p>
    </>
  );
}

/** First and last start of each stretch of starts that follow one another. */
function runsOf(starts: string[], step: number): [number, number][] {
  const runs: [number, number][] = [];
  for (const start of starts.map((text) => Date.parse(text))) {
    const last = runs.at(-1);
    if (last && start - last[1] <= step * 60_000) last[1] = start;
    else runs.push([start, start]);
  }
  return runs;
}

// Clocks change at night or in the morning: whoever had another offset a day before has changed on this date.
function changeOn(date: string, zone: string): boolean {
  const noon = Date.parse(`${date}T12:00:00Z`);
  return minutesAhead(zone, "UTC", noon) !== minutesAhead(zone, "UTC", noon - 86_400_000);
}

function shortDay(date: string): string {
  const [weekday = "", day, month = ""] = dateWords(date).split(" ");
  return `${weekday.slice(0, 3)} ${day} ${month.slice(0, 3)}`;
}
