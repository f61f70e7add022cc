import { Icon } from "#app/ui/icons.tsx";
import type { DayPart, TurnPart } from "#lib/availability/across-clock-change.ts";
import type { Preview } from "#lib/availability/preview.ts";
import { aheadWords, datesWords, shortDate, timesWords, turnWords } from "./across-words.ts";

/** Days before, between and after the clock changes, in the order in which they come. */
export function Across({ preview: { parts, step }, zone }: { preview: Preview; zone: string }) {
  const days = parts.filter((part) => part.part === "days");
  return (
    <ol className="across">
      {parts.map((part) =>
        part.part === "turn" ? (
          <Turn key={`turn ${part.date}`} turn={part} zone={zone} />
        ) : (
          <Day
            key={part.dates[0]}
            day={part}
            zone={zone}
            step={step}
            earlier={days.slice(0, days.indexOf(part)).map(({ ahead }) => ahead)}
          />
        ),
      )}
    </ol>
  );
}

function Turn({ turn, zone }: { turn: TurnPart; zone: string }) {
  return (
    <li className="clock">
      <Icon name="clock" />
      <p className="small">
        <strong>{shortDate(turn.date)}</strong> {turnWords(turn, zone)}
      </p>
    </li>
  );
}

function Day({
  day: { dates, ahead, stretches },
  zone,
  step,
  earlier,
}: {
  day: DayPart;
  zone: string;
  step: number;
  earlier: number[];
}) {
  const about = { zone, date: dates[0] ?? "", step };
  return (
    <li>
      <h3>{datesWords(dates)}</h3>
      <p className="small quiet">{aheadWords(zone, ahead, earlier)}</p>
      {stretches.length === 0 && <p className="mt-3">Closed for this kind</p>}
      <dl>
        {stretches.map(({ from, to, starts }) => (
          <div key={from}>
            <dt>
              From your {from} to {to}
            </dt>
            <dd>
              {starts.length === 0 && <span className="wide">Too short for this kind</span>}
              {timesWords(starts, about).map((words) => (
                <span key={words} className={words.length > 9 ? "wide" : undefined}>
                  {words}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
