import { sql } from "drizzle-orm";
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
  // A full book is hundreds of times, of few lengths. As lists of beginnings they come in half the time of rows.
  const rows = await tx.execute<Alike>(sql`
    select type_id as type, next_day_limit as leaves, ${seconds("upper(during) - lower(during)")} as length,
      ${seconds("lower(during) - lower(occupied)")} as before, ${seconds("upper(occupied) - upper(during)")} as after,
      json_agg(${seconds("lower(during)")}) as starts
    from coach_times(${coachId}, ${during}, ${iso(now)}, ${`{${except.join(",")}}`}::uuid[]) group by 1, 2, 3, 4, 5
    union all
    select null, null, ${seconds("upper(b) - lower(b)")}, 0, 0, json_agg(${seconds("lower(b)")})
    from busy_of(${coachId}, ${during}) as b group by 3`);
  const book: BookTime[] = [];
  const busy: Stretch[] = [];
  for (const { type: typeId, leaves: nextDayLimit, length, before, after, starts } of rows)
    for (const start of starts) {
      const during = stretch(start, start + length);
      if (typeId === null) busy.push(during);
      else
        book.push({
          typeId,
          nextDayLimit,
          during,
          occupied: stretch(start - before, start + length + after),
        });
    }
  return { book, busy };
}

/** Times that differ in their beginning only. In seconds. */
type Alike = {
  type: string | null;
  leaves: number | null;
  length: number;
  before: number;
  after: number;
  starts: number[];
};

const seconds = (time: string) => sql.raw(`date_part('epoch', ${time})`);

function stretch(from: number, until: number): Stretch {
  return { start: Math.round(from * 1000), end: Math.round(until * 1000) };
}

const iso = (ms: number) => new Date(ms).toISOString();
