import { stepWords } from "#lib/arcs/words.ts";
import { clockWords, dayWords } from "#lib/time/words.ts";

type Session = { id: string; step: Parameters<typeof stepWords>[0]; during: { start: number } };

/** What is cancelled along with this one, and what stays as it is. */
export function GoesAndStays({ goes, stays, zone }: { goes: Session[]; stays: Session[]; zone: string }) {
  return (
    <>
      {goes.length > 0 && <Listed title="What goes with it" sessions={goes} zone={zone} />}
      {stays.length > 0 && <Listed title="What stays as it is" sessions={stays} zone={zone} />}
    </>
  );
}

function Listed({ title, sessions, zone }: { title: string; sessions: Session[]; zone: string }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul className="plain-list mt-3">
        {sessions.map(({ id, step, during }) => (
          <li key={id}>
            {stepWords(step)}: {dayWords(during.start, zone)}, {clockWords(during.start, zone)}
          </li>
        ))}
      </ul>
    </section>
  );
}
