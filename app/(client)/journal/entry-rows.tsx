import { Row, Rows } from "#app/ui/rows.tsx";
import { dateOf, Instant, namesOf } from "#app/ui/when.tsx";
import type { EntryRow } from "#lib/reflections/journal/queries.ts";
import { clockWords } from "#lib/time/words.ts";

type EntryRowsProps = {
  entries: EntryRow[];
  zone: string;
  now: number;
  /** Who reads them goes without saying. */
  isPlain?: boolean;
};

/** Entries one under another, by the day on which they were begun. */
export function EntryRows({ entries, zone, now, isPlain = false }: EntryRowsProps) {
  const days = Map.groupBy(entries, ({ at }) => dateOf(at, zone, now));
  return [...days].map(([day, some]) => (
    <section key={day} className="journal__day" aria-label={day}>
      {isPlain ? <p className="small quiet mt-2">{day}</p> : <h2>{day}</h2>}
      <Rows>
        {some.map(({ id, at, beginning, readers }) => (
          <Row
            key={id}
            href={`/journal/${id}`}
            title={<span className="journal__beginning">{beginning || "No words yet"}</span>}
            more={!isPlain && readWords(readers)}
            end={<Instant at={at}>{clockWords(at, zone)}</Instant>}
          />
        ))}
      </Rows>
    </section>
  ));
}

function readWords(readers: string[]): string {
  if (readers.length === 0) return "Only you";
  return `${namesOf([{ name: "You" }, ...readers.map((name) => ({ name }))])}`;
}
