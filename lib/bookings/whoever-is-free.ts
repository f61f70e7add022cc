import { and, asc, eq, isNull } from "drizzle-orm";
import { asSystem, type Tx } from "#db/client.ts";
import { bookings, coaches, sessionTypes, users } from "#db/schema/index.ts";
import { findSchedule, type Schedule } from "#lib/availability/queries.ts";
import { readBook } from "#lib/bookings/coach-book.ts";
import { demandZone, takenWith } from "#lib/bookings/commands/taken.ts";
import { freeStarts, listFreeTimes, nearRange } from "#lib/bookings/free-times.ts";
import { groupByDate } from "#lib/bookings/group-by-date.ts";
import { nearestTimes } from "#lib/bookings/nearest-times.ts";
import { daysSpan, listDates, weekSpan } from "#lib/bookings/rules.ts";
import { whoever } from "#lib/bookings/whoever.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";

type Question = { typeId: string; from: string; days: number; zone: string };

/** The free times of a kind of session with one coach; for whoever is free first, all times at which anybody is. */
export async function listTimesToChoose(question: Question, now: number) {
  if (question.typeId !== whoever) return listFreeTimes(question, now);
  const { from, days, zone } = question;
  demandZone(zone);
  const range = daysSpan(from, days, zone);
  const starts = await asSystem("free times are public", async (tx) =>
    freeWithAnybody(tx, await demandSchedules(tx), range, now),
  );
  return { zone, days: groupByDate(starts, listDates(from, days), zone) };
}

type Wish = { typeId: string; start: number; zone: string };
/** Whose request it is and the key it came with: `requestOf` takes the same. */
type Sender = { owner: string; key: string | undefined };

/**
 * Books with `book`, which is given the kind of session of one coach. For whoever is free first that is a coach who is
 * free then, and the next one where somebody else was faster. What this same request has made already is made again by
 * the same coach's kind, so that a repeat finds it.
 */
export async function withWhoeverIsFree<T>(
  wish: Wish,
  sender: Sender,
  book: (typeId: string) => Promise<T>,
  now: number,
): Promise<T> {
  if (wish.typeId !== whoever) return book(wish.typeId);
  demandZone(wish.zone);
  const made = await findMadeType(sender);
  if (made) return book(made);
  const free = await asSystem("who is free for a first conversation", (tx) => listFree(tx, wish.start, now));
  for (const typeId of free) {
    try {
      return await book(typeId);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // The other press of the same button was faster, and took another coach.
      const twin = error.code === "key_reused" ? await findMadeType(sender) : undefined;
      if (twin && twin !== typeId) return book(twin);
      if (error.code !== "taken") throw error;
    }
  }
  // The other press may have taken the last one who was free, between our two looks.
  const twin = await findMadeType(sender);
  if (twin) return book(twin);
  throw await asSystem("times near one that is gone", (tx) => refusalFor(tx, wish, now));
}

async function findMadeType({ owner, key }: Sender): Promise<string | undefined> {
  if (!key) return undefined;
  const [made] = await asSystem("what a request has made", (tx) =>
    tx
      .select({ typeId: bookings.typeId })
      .from(bookings)
      .where(and(eq(bookings.idempotencyOwner, owner), eq(bookings.idempotencyKey, key))),
  );
  return made?.typeId;
}

/** The kinds of those who are free then: first who has the fewest sessions in that week, then in the coaches' order. */
async function listFree(tx: Tx, start: number, now: number): Promise<string[]> {
  const free: { typeId: string; sessions: number }[] = [];
  for (const schedule of await demandSchedules(tx)) {
    const starts = await freeStarts(tx, schedule, { start, end: start + 1 }, now);
    if (!starts.includes(start)) continue;
    const { id, coachId, coachZone } = schedule.type;
    const week = weekSpan(start, coachZone);
    const { book } = await readBook(tx, coachId, week, now);
    const inWeek = book.filter(({ during }) => during.start >= week.start && during.start < week.end);
    free.push({ typeId: id, sessions: inWeek.length });
  }
  return free.sort((a, b) => a.sessions - b.sessions).map(({ typeId }) => typeId);
}

async function refusalFor(tx: Tx, { start, zone }: Wish, now: number): Promise<Refusal> {
  const starts = await freeWithAnybody(tx, await demandSchedules(tx), nearRange(start), now);
  return takenWith(nearestTimes(starts, start, zone));
}

async function freeWithAnybody(
  tx: Tx,
  schedules: Schedule[],
  range: { start: number; end: number },
  now: number,
): Promise<number[]> {
  const starts = new Set<number>();
  for (const schedule of schedules)
    for (const start of await freeStarts(tx, schedule, range, now)) starts.add(start);
  return [...starts].sort((a, b) => a - b);
}

/** Of all coaches with whom anybody may book a first conversation at once. */
async function demandSchedules(tx: Tx): Promise<Schedule[]> {
  const types = await tx
    .select({ id: sessionTypes.id })
    .from(sessionTypes)
    .innerJoin(coaches, eq(coaches.id, sessionTypes.coachId))
    .innerJoin(users, eq(users.id, coaches.id))
    .where(
      and(
        eq(sessionTypes.kind, whoever),
        eq(sessionTypes.offered, true),
        eq(sessionTypes.mode, "instant"),
        eq(sessionTypes.openTo, "everyone"),
        isNull(users.disabledAt),
      ),
    )
    .orderBy(asc(sessionTypes.position), asc(coaches.createdAt), asc(coaches.id));
  const schedules: Schedule[] = [];
  for (const { id } of types) {
    const schedule = await findSchedule(tx, id);
    if (schedule) schedules.push(schedule);
  }
  if (schedules.length === 0) throw new NotFound();
  return schedules;
}
