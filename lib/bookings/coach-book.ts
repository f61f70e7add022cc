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
  const rows = await tx.execute<{ type: string | null; leaves: number | null; times: string }>(sql`
    select type_id as type, next_day_limit as leaves, ${bounds(sql`during`)} || ' ' || ${bounds(sql`occupied`)} as times
    from coach_times(${coachId}, ${during}, ${iso(now)}, ${`{${except.join(",")}}`}::uuid[])
    union all
    select null, null, ${bounds(sql`b`)} from busy_of(${coachId}, ${during}) as b`);
  const book: BookTime[] = [];
  const busy: Stretch[] = [];
  for (const { type, leaves, times } of rows) {
    const [start = 0, end = 0, from = 0, until = 0] = times.split(" ").map(Number);
    if (type === null) busy.push({ start, end });
    else
      book.push({
        typeId: type,
        nextDayLimit: leaves,
        during: { start, end },
        occupied: { start: from, end: until },
      });
  }
  return { book, busy };
}

const bounds = (range: ReturnType<typeof sql>) =>
  sql`(extract(epoch from lower(${range})) * 1000)::int8 || ' ' || (extract(epoch from upper(${range})) * 1000)::int8`;

const iso = (ms: number) => new Date(ms).toISOString();
