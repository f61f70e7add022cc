import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";

type Stretch = { start: number; end: number };

/** A session in a coach's book as its rules see it: when, and what it asks of the day after. Never whose it is. */
export type BookTime = {
  typeId: string;
  nextDayLimit: number | null;
  during: Stretch;
  /** With its buffers. */
  occupied: Stretch;
};

/**
 * What of a coach's time is taken in a span, in epoch ms: sessions, and what other calendars say. A client's
 * transaction gets it through functions of the database that give times and no names.
 */
export async function readBook(
  tx: Tx,
  coachId: string,
  span: Stretch,
  now: number,
  except: string[] = [],
): Promise<{ book: BookTime[]; busy: Stretch[] }> {
  const during = sql`tstzrange(${iso(span.start)}, ${iso(span.end)})`;
  // A full book is hundreds of times. As a few lists of numbers they come in half the time that their rows take.
  const rows = await tx.execute<Listed>(sql`
    select type_id as type, next_day_limit as leaves, ${listed("during", "starts", "ends")},
      ${listed("occupied", "opens", "closes")}
    from coach_times(${coachId}, ${during}, ${iso(now)}, ${`{${except.join(",")}}`}::uuid[]) group by 1, 2
    union all
    select null, null, ${listed("b", "starts", "ends")}, '[]', '[]' from busy_of(${coachId}, ${during}) as b`);
  const book: BookTime[] = [];
  const busy: Stretch[] = [];
  for (const { type, leaves, starts, ends, opens, closes } of rows)
    for (const [at, start] of (starts ?? []).entries()) {
      const during = stretch(start, ends?.[at]);
      if (type === null) busy.push(during);
      else
        book.push({
          typeId: type,
          nextDayLimit: leaves,
          during,
          occupied: stretch(opens?.[at], closes?.[at]),
        });
    }
  return { book, busy };
}

/** Seconds since 1970, all four in one order; null for none. */
type Listed = Record<"starts" | "ends" | "opens" | "closes", number[] | null> & {
  type: string | null;
  leaves: number | null;
};

function listed(range: "during" | "occupied" | "b", from: keyof Listed, until: keyof Listed): SQL {
  return sql.raw(`json_agg(date_part('epoch', lower(${range}))) as ${from},
    json_agg(date_part('epoch', upper(${range}))) as ${until}`);
}

function stretch(from = Number.NaN, until = Number.NaN): Stretch {
  return { start: Math.round(from * 1000), end: Math.round(until * 1000) };
}

const iso = (ms: number) => new Date(ms).toISOString();
