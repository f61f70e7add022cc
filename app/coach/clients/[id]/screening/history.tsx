import { dateOf } from "#app/ui/when.tsx";
import type { ReadMove } from "#lib/screening/read-screening.ts";
import { stateWords } from "#lib/screening/words.ts";
import { clockWords, dateWords } from "#lib/time/words.ts";

/** Each step that was taken, when, and why. */
export function History({ history, zone, now }: { history: ReadMove[]; zone: string; now: number }) {
  if (history.length === 0) return null;
  return (
    <section className="reading__answer" aria-labelledby="history">
      <h2 id="history">What you wrote so far</h2>
      <ol className="plain-list stack">
        {history.map(({ id, to, at, reason, consulted }) => (
          <li key={id}>
            <p>
              <strong>{stateWords[to]}</strong>{" "}
              <span className="small quiet">
                {dateOf(at, zone, now)}, {clockWords(at, zone)}
              </span>
            </p>
            {consulted && (
              <p className="small">
                Asked: {consulted.who}, {dateWords(consulted.on, { year: true })}
              </p>
            )}
            <p className="as-written">{reason}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
