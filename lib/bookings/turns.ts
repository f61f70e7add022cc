import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";

/**
 * Waits until nobody else changes this coach's book in such a way, until the end of the transaction. For changes of
 * more than one row, and where sessions are counted: constraints decide about two rows, and two such changes at once
 * would wait for each other. A plain booking needs no turn.
 */
export async function takeTurn(tx: Tx, coachId: string): Promise<void> {
  // Longer than for a row: many may stand in line, and each is done soon.
  await tx.execute(sql`select set_config('lock_timeout', '4500ms', true),
    pg_advisory_xact_lock(hashtextextended(${`book ${coachId}`}, 0))`);
}
