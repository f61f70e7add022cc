import type { Reading } from "#lib/reflections/for-coach/read-reflection.ts";
import { FlagState } from "./flag-state.tsx";

type AnswersProps = Pick<Extract<Reading, { state: "opened" }>, "answers" | "blank" | "earlier"> & {
  name: string;
  zone: string;
  now: number;
};

/** What was answered, under the questions as they were asked, each mark beside its answer. */
export function Answers({ answers, blank, earlier, name, zone, now }: AnswersProps) {
  return (
    <>
      {answers.map(({ key, text, isProse, lines, flags }) => (
        <section key={key} className="reading__answer" aria-label={text || `${name}’s words`}>
          {text && <h2>{text}</h2>}
          {lines.map((line) => (
            <p key={line} className={isProse ? "as-written" : undefined}>
              {line}
            </p>
          ))}
          {flags.map((flag) => (
            <FlagState key={flag.id} flag={flag} zone={zone} now={now} />
          ))}
        </section>
      ))}
      {blank.length > 0 && (
        <section className="reading__blank" aria-label="Left blank">
          <p className="quiet">Left blank:</p>
          <ul>
            {blank.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      )}
      {earlier.length > 0 && (
        <section className="reading__answer" aria-labelledby="earlier">
          <h2 id="earlier">From a copy that you opened before</h2>
          <p className="quiet">
            {name} leaves this blank now. It stays marked until you write how it stands.
          </p>
          {earlier.map((flag) => (
            <FlagState key={flag.id} flag={flag} zone={zone} now={now} />
          ))}
        </section>
      )}
    </>
  );
}
