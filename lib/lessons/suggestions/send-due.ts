import { and, between, eq, inArray, sql } from "drizzle-orm";
import { asSystem, lookAsSystem, type Tx } from "#db/client.ts";
import { queues } from "#db/queues.ts";
import { bookings, lessonSuggestions, mailPreferences, users } from "#db/schema/index.ts";
import { lessonSuggested } from "#lib/lessons/letters.ts";
import { errorFields, log } from "#lib/log.ts";
import { usualHabits } from "#lib/mail/habits.ts";
import { mailKey } from "./mail-key.ts";
import { readBeside } from "./rows.ts";
import { dueAt, theOneShown, timeToShow } from "./when-due.ts";

const day = 86_400_000;
// Quiet days may hold back what came due; they last four days, and longer where one follows another.
const longestWait = 8 * day;

/**
 * Plans the mail about the lessons that have come due, at most one a reader. What came due more than a day ago is on the
 * reader's page without one. Any number of processes may do this at once. Gives how many.
 */
export async function sendSuggestions(now: number): Promise<number> {
  const readers = await lookAsSystem("which lessons have come due", (tx) => listReaders(tx, now));
  let count = 0;
  for (const clientId of readers) count += await writeToOne(clientId, now);
  return count;
}

/** Those who have something that came due not long ago, and no mail about it yet. */
async function listReaders(tx: Tx, now: number): Promise<string[]> {
  const due = (await listAround(tx, now)).flatMap(({ zone, ...one }) => {
    const at = dueAt(one, zone);
    return at <= now && now - at < longestWait ? [{ clientId: one.clientId, key: mailKey(one, zone) }] : [];
  });
  const planned = await tx.execute<{ dedupe: string }>(sql`
    select dedupe from messages
    where dedupe in (select jsonb_array_elements_text(${JSON.stringify(due.map(({ key }) => key))}::jsonb))`);
  const known = new Set(planned.map(({ dedupe }) => dedupe));
  return [...new Set(due.filter(({ key }) => !known.has(key)).map(({ clientId }) => clientId))];
}

function listAround(tx: Tx, now: number) {
  const iso = (at: number) => new Date(at).toISOString();
  const about = sql`lower(${bookings.during}) + ${lessonSuggestions.days} * interval '1 day'`;
  return tx
    .select({
      bookingId: lessonSuggestions.bookingId,
      clientId: lessonSuggestions.clientId,
      lessonId: lessonSuggestions.lessonId,
      block: lessonSuggestions.block,
      days: lessonSuggestions.days,
      during: bookings.during,
      zone: users.zone,
    })
    .from(lessonSuggestions)
    .innerJoin(bookings, eq(bookings.id, lessonSuggestions.bookingId))
    .innerJoin(users, eq(users.id, lessonSuggestions.clientId))
    .leftJoin(mailPreferences, eq(mailPreferences.userId, users.id))
    .where(
      and(
        inArray(bookings.status, ["confirmed", "completed", "no_show"]),
        sql`coalesce(${mailPreferences.lessons}, ${usualHabits.wants.lessons})`,
        between(about, iso(now - longestWait - 2 * day), iso(now + 2 * day)),
      ),
    )
    .orderBy(lessonSuggestions.clientId);
}

// One that fails must not keep the others from their mail.
async function writeToOne(clientId: string, now: number): Promise<number> {
  try {
    return await asSystem("a lesson has come due", async (tx) => {
      const { beside, reader } = await readBeside(tx, clientId, now);
      const one = theOneShown(beside, reader, now);
      if (!one) return 0;
      const { from, until } = timeToShow(one, reader);
      if (now - from >= day) return 0;
      return lessonSuggested(tx, { ...one, until, dedupe: mailKey(one, reader.zone) }, reader, now);
    });
  } catch (error) {
    log.error("A lesson could not be suggested by mail", { queue: queues.suggest, ...errorFields(error) });
    return 0;
  }
}
