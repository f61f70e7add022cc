import { and, eq, notInArray, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { bookingAttendees } from "#db/schema/index.ts";
import { nearest, type OtherStep, type Window, windowOf } from "#lib/arcs/rules.ts";
import type { Schedule } from "#lib/availability/queries.ts";
import type { BookTime } from "#lib/bookings/coach-book.ts";
import { freeStarts } from "#lib/bookings/free-times.ts";
import { occupiedBy } from "#lib/bookings/rules.ts";

const shown = 12;

type Stretch = { start: number; end: number };

/** A step to find times for, near `goal` when that is not the ideal one. `fixed`: where it stays unless it is moved. */
type Wish = { step: OtherStep; schedule: Schedule; goal?: number; fixed?: number };

type Around = {
  guidance: Stretch;
  clientId: string;
  /** Bookings that are to be moved, so that their time does not stand in the way. */
  except: string[];
  /** What is to be booked along with these, guidance among it. */
  also: BookTime[];
};

/** Where a step may go, epoch ms: the times nearest to the best one, in their order. None free: no suggestion. */
export type Proposal = { step: OtherStep; window: Window; suggested: number | undefined; times: number[] };

/** Times for several steps that can all be had together. */
export async function proposeTimes(
  tx: Tx,
  wishes: readonly Wish[],
  { guidance, clientId, except, also }: Around,
  now: number,
): Promise<Proposal[]> {
  const proposals: Proposal[] = [];
  const staying = wishes.flatMap(({ schedule, fixed }) =>
    fixed === undefined ? [] : [bookTimeOf(schedule, fixed)],
  );
  const taken = [...also, ...staying];
  for (const { step, schedule, goal, fixed } of wishes) {
    const { type } = schedule;
    const window = windowOf(step, type.minutes, guidance, type.coachZone);
    const range = { start: window.from, end: window.until };
    const self = fixed === undefined ? undefined : bookTimeOf(schedule, fixed);
    const besides = {
      except,
      also: taken.filter(({ during }) => during.start !== self?.during.start),
      anyHorizon: true,
    };
    const free = await freeStarts(tx, schedule, range, now, besides);
    const own = await listOwnTimes(tx, clientId, range, except);
    const times = free.filter((start) => !meets(occupiedBy(type, start).during, own));
    const near = nearest(times, fixed ?? goal ?? window.ideal, shown);
    const suggested = fixed ?? near[0];
    if (suggested !== undefined && fixed === undefined) taken.push(bookTimeOf(schedule, suggested));
    proposals.push({ step, window, suggested, times: near.toSorted((a, b) => a - b) });
  }
  return proposals;
}

/** A session that is about to be booked, as the rules of the coach's book see it. */
export function bookTimeOf({ type }: Pick<Schedule, "type">, start: number): BookTime {
  return { typeId: type.id, nextDayLimit: type.nextDayLimit, ...occupiedBy(type, start) };
}

/** Whether the client has nothing else at that time, with whomever. */
export async function isOwnTimeFree(
  tx: Tx,
  clientId: string,
  during: Stretch,
  except: string[] = [],
): Promise<boolean> {
  return !meets(during, await listOwnTimes(tx, clientId, during, except));
}

/** When the client has other sessions, with whomever. */
async function listOwnTimes(tx: Tx, clientId: string, { start, end }: Stretch, except: string[]) {
  const day = 86_400_000;
  const span = sql`tstzrange(${new Date(start).toISOString()}, ${new Date(end + day).toISOString()})`;
  const rows = await tx
    .select({ during: bookingAttendees.during })
    .from(bookingAttendees)
    .where(
      and(
        eq(bookingAttendees.clientId, clientId),
        eq(bookingAttendees.active, true),
        sql`${bookingAttendees.during} && ${span}`,
        except.length > 0 ? notInArray(bookingAttendees.bookingId, except) : undefined,
      ),
    );
  return rows.map(({ during }) => during);
}

const meets = (one: Stretch, others: readonly Stretch[]) =>
  others.some(({ start, end }) => start < one.end && one.start < end);
