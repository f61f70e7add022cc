import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";

type Person = { id: string; name: string; zone: string };

/**
 * Who comes to the viewing coach's bookings of whatever state between two instants, by the booking's id. For a time that
 * was proposed, whom it was proposed to. Reads no more of a longer book.
 */
export async function readMyBook(
  tx: Tx,
  { start, end }: { start: number; end: number },
): Promise<Map<string, Person[]>> {
  const span = sql`tstzrange(${new Date(start).toISOString()}, ${new Date(end).toISOString()})`;
  const rows = await tx.execute<{ id: string; people: Person[] }>(
    sql`select id, people from my_book(${span})`,
  );
  return new Map(rows.map(({ id, people }) => [id, people]));
}
