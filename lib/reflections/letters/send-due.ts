import { sql } from "drizzle-orm";
import { asSystem, lookAsSystem, type Tx } from "#db/client.ts";
import { queues } from "#db/queues.ts";
import { errorFields, log } from "#lib/log.ts";
import { habitsOf } from "#lib/mail/habits.ts";
import { type Asked, lastDue, timesOfLetters } from "./due.ts";
import { mailKey } from "./mail-key.ts";
import { type AskedOne, listAround, readBeside } from "./rows.ts";
import { tellOfQuestions } from "./to-client.ts";

// The letter before a reminder may have been held back in quiet days that are over by now.
const longAgo = 14 * 86_400_000;

/**
 * Plans the letters about questions and check-ins that have come due. Any number of processes may do this at once. Gives
 * how many.
 */
export async function sendAsked(now: number): Promise<number> {
  const due = await lookAsSystem("which questions have come due", (tx) => listDue(tx, now));
  let count = 0;
  for (const one of due) count += await writeAboutOne(one, now);
  return count;
}

/** Those that have come due not long ago and are not planned yet. */
async function listDue(tx: Tx, now: number): Promise<AskedOne[]> {
  const due = (await listAround(tx, now)).flatMap((one) => {
    const last = lastDue(one, one.zone, now);
    return last ? [{ one, key: mailKey(one, last.which, one.zone) }] : [];
  });
  const planned = await tx.execute<{ dedupe: string }>(sql`
    select dedupe from messages
    where dedupe in (select jsonb_array_elements_text(${JSON.stringify(due.map(({ key }) => key))}::jsonb))`);
  const known = new Set(planned.map(({ dedupe }) => dedupe));
  return due.filter(({ key }) => !known.has(key)).map(({ one }) => one);
}

// One that fails must not keep the others from their letters.
async function writeAboutOne(wanted: AskedOne, now: number): Promise<number> {
  try {
    return await asSystem("questions have come due", async (tx) => {
      const one = (await readBeside(tx, wanted, now)).find((found) => isSame(found, wanted));
      const habits = await habitsOf(tx, wanted.clientId, now - longAgo);
      const last = one && habits && lastDue(one, habits.zone, now);
      if (!last) return 0;
      const times = timesOfLetters(one, habits);
      return times[last.which] === undefined
        ? 0
        : tellOfQuestions(tx, one, last.which, { habits, times }, now);
    });
  } catch (error) {
    log.error("Nobody could be told of questions by mail", { queue: queues.ask, ...errorFields(error) });
    return 0;
  }
}

const isSame = (one: Asked, other: Asked) => one.kind === other.kind && one.day === other.day;
