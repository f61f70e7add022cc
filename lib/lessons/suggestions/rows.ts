import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { bookings, lessonProgress, lessonSuggestions, lessons } from "#db/schema/index.ts";
import { together } from "#db/together.ts";
import { lessonsOfClient } from "#lib/lessons/policy.ts";
import { habitsOf } from "#lib/mail/habits.ts";

// One that is still of use may have come due as long ago as it may lie before a session.
const longAgo = 61 * 86_400_000;

/** Everything that stands beside a client's sessions and is theirs to read, with what is asked to tell when. */
export async function readBeside(tx: Tx, clientId: string, now: number, where?: SQL) {
  const [beside, reader] = await together(
    selectBeside(tx, and(eq(lessonSuggestions.clientId, clientId), where)),
    habitsOf(tx, clientId, now - longAgo),
  );
  if (!reader) throw new Error("A lesson stands beside a session of nobody known");
  return { beside, reader };
}

function selectBeside(tx: Tx, where: SQL | undefined) {
  const { clientId, lessonId } = lessonSuggestions;
  return tx
    .select({
      id: lessonSuggestions.id,
      bookingId: lessonSuggestions.bookingId,
      clientId,
      coachId: lessonSuggestions.coachId,
      lessonId,
      block: lessonSuggestions.block,
      days: lessonSuggestions.days,
      during: bookings.during,
      status: bookings.status,
      answeredAt: sql<number | null>`case when ${lessonProgress.state} in ('done_for_now', 'set_aside')
        then extract(epoch from ${lessonProgress.changedAt})::float8 * 1000 end`,
    })
    .from(lessonSuggestions)
    .innerJoin(bookings, eq(bookings.id, lessonSuggestions.bookingId))
    .innerJoin(lessons, eq(lessons.id, lessonId))
    .leftJoin(
      lessonProgress,
      and(eq(lessonProgress.clientId, clientId), eq(lessonProgress.lessonId, lessonId)),
    )
    .where(and(where, lessonsOfClient(clientId)));
}
