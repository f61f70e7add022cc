import { Row, Rows } from "#app/ui/rows.tsx";
import { dateOf, namesOf } from "#app/ui/when.tsx";
import type { By, WrittenRow } from "#lib/reflections/looking-back/queries.ts";
import { titleOf } from "#lib/reflections/looking-back/titles.ts";
import { dateOnly } from "#lib/reflections/words.ts";
import { dayWords } from "#lib/time/words.ts";

type WrittenRowsProps = { rows: WrittenRow[]; by: By; zone: string; now: number };

/** What somebody wrote, under its month, or under the session that it belongs to. */
export function WrittenRows({ rows, by, zone, now }: WrittenRowsProps) {
  const groups = Map.groupBy(rows, (row) =>
    by === "session" ? (row.session?.id ?? "") : monthOf(row.writtenAt, zone),
  );
  return [...groups].map(([key, some]) => (
    <section key={key} aria-labelledby={`of-${key}`}>
      <h2 id={`of-${key}`}>{by === "session" ? sessionWords(some[0], zone, now) : key}</h2>
      <Rows>
        {some.map((row) => (
          <Row
            key={row.id}
            href={row.kind === "journal" ? `/journal/${row.id}` : `/looking-back/${row.id}`}
            title={titleOf(row, zone, now)}
            more={`Written ${dateOnly(row.writtenAt, zone, now)}`}
            end={readWords(row, now)}
          />
        ))}
      </Rows>
    </section>
  ));
}

function monthOf(at: number, zone: string): string {
  return dayWords(at, zone, { year: true }).split(" ").slice(2).join(" ");
}

function sessionWords(row: WrittenRow | undefined, zone: string, now: number): string {
  if (!row?.session) return "";
  return `${dateOf(row.session.start, zone, now)}, with ${row.session.coachName}`;
}

function readWords({ shares }: WrittenRow, now: number): string {
  const readers = shares.filter(({ readableFrom }) => readableFrom <= now);
  if (shares.length > readers.length && readers.length === 0)
    return `Only you, ${shares[0]?.name ?? ""} later`;
  if (readers.length === 0) return "Only you";
  const some = readers.every(({ isNewest }) => isNewest) ? "" : ", not the newest words";
  return `${namesOf([{ name: "You" }, ...readers])}${some}`;
}
