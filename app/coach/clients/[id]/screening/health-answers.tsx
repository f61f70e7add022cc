import { FlagState } from "#app/coach/reflections/[id]/flag-state.tsx";
import type { ReadHealth } from "#lib/screening/read-screening.ts";

type HealthAnswersProps = { answers: ReadHealth[]; zone: string; now: number };

/** What waits for a doctor’s view, then for a talk, then what is worth knowing, then the rest. */
export function HealthAnswers({ answers, zone, now }: HealthAnswersProps) {
  return answers.map(({ key, text, lines, isProse, flag }) => (
    <section key={key} className="reading__answer" aria-label={text}>
      <h2>{text}</h2>
      {lines.map((line) => (
        <p key={line} className={isProse ? "as-written" : undefined}>
          {line}
        </p>
      ))}
      {flag && <FlagState flag={flag} zone={zone} now={now} />}
    </section>
  ));
}
