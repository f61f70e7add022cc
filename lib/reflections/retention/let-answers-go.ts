import { and, asc, eq, gt, inArray, sql } from "drizzle-orm";
import { asSystem, type Tx } from "#db/client.ts";
import { bookings, reflectionShares, reflections, sessionTypes } from "#db/schema/index.ts";
import { openAnswers, sealAnswers } from "#lib/reflections/answers.ts";
import { findClientKeys } from "#lib/reflections/client-key.ts";
import { CannotUnseal, type SealingKey } from "#lib/sealed/seal.ts";
import { keptForAWhile } from "./rules.ts";

type Kept = (typeof keptForAWhile)[number];
type Written = typeof reflections | typeof reflectionShares;

// Few enough to be done well within a statement's time.
const atOnce = 100;
const first = "00000000-0000-0000-0000-000000000000";

/** Takes out of what clients wrote, and of every copy of it, the answers whose time is over. Says how many. */
export async function letAnswersGo(now: number): Promise<number> {
  let gone = 0;
  for (const kept of keptForAWhile)
    for (const table of [reflections, reflectionShares])
      for (let last: string | undefined = first; last !== undefined; ) {
        const from: string = last;
        const turn = await asSystem("answers are let go that were kept for a while", (tx) =>
          letSomeGo(tx, table, kept, { from, now }),
        );
        gone += turn.gone;
        last = turn.last;
      }
  return gone;
}

/** `last`: where to go on. Undefined: there are no more. */
async function letSomeGo(tx: Tx, table: Written, kept: Kept, { from, now }: { from: string; now: number }) {
  const rows = await tx
    .select({ id: table.id, clientId: table.authorId, answers: table.answers })
    .from(table)
    .innerJoin(bookings, eq(bookings.id, table.bookingId))
    .innerJoin(sessionTypes, eq(sessionTypes.id, bookings.typeId))
    .where(
      and(
        gt(table.id, from),
        // A check-in has a question of the same name, which is another one.
        inArray(table.kind, ["session", "guidance_day"]),
        eq(sessionTypes.kind, kept.before),
        sql`upper(${bookings.during}) <= ${new Date(now - kept.life).toISOString()}`,
      ),
    )
    .orderBy(asc(table.id))
    .limit(atOnce)
    .for("update", { of: table });
  const keys = await findClientKeys(tx, [...new Set(rows.map(({ clientId }) => clientId))]);
  let gone = 0;
  for (const { answers: sealed, ...place } of rows) {
    const without = withoutAnswer(keys.get(place.clientId), sealed, kept.question, {
      ...place,
      table: table === reflections ? "reflections" : "reflection_shares",
    });
    if (!without) continue;
    await tx.update(table).set({ answers: without }).where(eq(table.id, place.id));
    gone += 1;
  }
  return { gone, last: rows.length < atOnce ? undefined : rows.at(-1)?.id };
}

/** Undefined where there is nothing to take out: no such answer, or words whose key was destroyed. */
function withoutAnswer(
  key: SealingKey | undefined,
  sealed: Buffer,
  question: string,
  place: Parameters<typeof openAnswers>[2],
): Buffer | undefined {
  if (!key) return undefined;
  try {
    const { [question]: answer, ...others } = openAnswers<Record<string, unknown>>(key, sealed, place);
    return answer === undefined ? undefined : sealAnswers(key, others, place);
  } catch (error) {
    // One that is damaged does not keep the others.
    if (error instanceof CannotUnseal) return undefined;
    throw error;
  }
}
