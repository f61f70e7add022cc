import type { Numbers, Scale } from "#lib/reflections/looking-back/numbers.ts";
import { monthWords } from "#lib/time/words.ts";
import { chartOf, ground, width } from "./chart.ts";

/**
 * A client's own numbers: a small chart for each scale, and the same in tables. Nothing in it says which way is good.
 * Without two numbers to lay side by side there is nothing.
 */
export function Trends({
  numbers: { scales, zone, now },
  title = "So far, in your own numbers",
  lead = "Days without a line are days when nothing was asked. Up is not better, and down is not worse.",
}: {
  numbers: Numbers;
  title?: string;
  lead?: string;
}) {
  if (scales.length === 0) return null;
  return (
    <section className="trends" aria-labelledby="so-far">
      <div>
        <h2 className="trends__title" id="so-far">
          {title}
        </h2>
        <p className="small quiet mt-2">{lead}</p>
      </div>
      <div className="trends__charts">
        {scales.map((scale) => (
          <TrendChart key={scale.key} scale={scale} zone={zone} now={now} />
        ))}
      </div>
      <details className="fold">
        <summary>The same as a table</summary>
        <div className="trends__tables">
          {scales.map((scale) => (
            <TrendTable key={scale.key} scale={scale} zone={zone} now={now} />
          ))}
        </div>
      </details>
    </section>
  );
}

type OneProps = { scale: Scale; zone: string; now: number };

function TrendChart({ scale: { text, low, high, said }, zone, now }: OneProps) {
  const { dots, tracks, days, today } = chartOf(said, zone, now);
  const spoken = dots.map(({ number, at }) => `${number} on ${monthWords(at, zone, now)}`).join(", ");
  return (
    <figure className="chart">
      <figcaption>
        <strong>{text}</strong> <span className="small quiet">{endsOf(low, high)}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${width} 118`}
        role="img"
        aria-label={`${text} ${spoken}. The same numbers are in the table below.`}
      >
        <path className="chart__ground" d={`M0 ${ground}H${width}M${today} ${ground - 6}V${ground}`} />
        {tracks.map((track) => (
          <path className="chart__track" key={track} d={track} />
        ))}
        {dots.map(({ x, y, number, at, label }) => (
          <g key={at}>
            <circle className="chart__dot" cx={x} cy={y} r="4" />
            {label !== undefined && (
              <text x={label} y={y - 11}>
                {number}
              </text>
            )}
          </g>
        ))}
        {days.map(({ x, words }) => (
          <text className="chart__day" key={words} x={x} y="112">
            {words}
          </text>
        ))}
      </svg>
    </figure>
  );
}

function TrendTable({ scale: { text, low, high, said }, zone, now }: OneProps) {
  return (
    <table className="trends__table">
      <caption>
        {text} {endsOf(low, high)}.
      </caption>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Number</th>
        </tr>
      </thead>
      <tbody>
        {said.map(({ at, number }) => (
          <tr key={at}>
            <th scope="row">{monthWords(at, zone, now)}</th>
            <td>{number ?? <span className="quiet">left blank</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const endsOf = (low: string, high: string) => `0 ${low}, 10 ${high}`;
