import { asc, eq, inArray, sql } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { auditLog, bookingAttendees, bookings } from "#db/schema/index.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { Refusal } from "#lib/refusal.ts";
import { aGuide, anArc, day, now, sessionsOf, theDay } from "#tests/arcs/a-practice.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient } from "#tests/support/people.ts";
import { type Expected, perform, someActs } from "./acts.ts";
import { faultsOf, type Row } from "./faults.ts";
import type { Line } from "./replay.ts";

onFreshDatabase();
afterAll(() => stopJobs(1_000));

const zone = "Europe/Lisbon";

test("whatever is played, order, distances and wholeness hold, and the log tells how each stands", {
  timeout: 120_000,
}, async () => {
  const seen: Record<string, number> = {};
  const count = (what: string) => {
    seen[what] = (seen[what] ?? 0) + 1;
  };
  const whateverIsPlayed = fc.asyncProperty(someActs, async (acts) => {
    const guide = await aGuide({}, zone);
    const world = { ...guide, people: [await aClient(), await aClient()], now };
    let before = await bookOf(guide.coach.id);
    for (const act of acts) {
      const expected = await perform(act, world, before.rows).catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
        return error;
      });
      if (!expected) continue;
      count(`${act.do} ${expected instanceof Refusal ? `refused ${expected.code}` : "done"}`);
      const after = await bookOf(guide.coach.id);
      if (!(expected instanceof Refusal)) {
        expect(shapeOf(after.rows), act.do).toEqual(shapeOf(apply(before.rows, expected)));
      } else expect(after, `${act.do} was refused`).toEqual(before);
      expect(faultsOf(after.rows, after.logs, zone), act.do).toEqual([]);
      before = after;
    }
  });
  await fc.assert(whateverIsPlayed, { numRuns: 40 });
  // Each is to be both done and refused, so that both were looked at. What chance left out is played for some more.
  for (let more = 0; more < 20 && unseenIn(seen).length > 0; more += 1)
    await fc.assert(whateverIsPlayed, { numRuns: 10 });
  expect(unseenIn(seen)).toEqual([]);
});

function unseenIn(seen: Record<string, number>): string[] {
  const wanted = [
    ...["ask", "book", "move_day", "move_one", "cancel"].flatMap((act) => [`${act} done`, `${act} refused`]),
    ...["confirm", "decline", "wait"].map((act) => `${act} done`),
  ];
  const found = Object.keys(seen);
  return wanted.filter((what) => !found.some((one) => one.startsWith(what)));
}

const directly = (arcId: string, step: string, change: object) =>
  asSystem("a test breaks a rule", (tx) =>
    tx
      .update(bookings)
      .set(change)
      .where(sql`${bookings.arcId} = ${arcId} and ${bookings.arcStep} = ${step}`),
  );
const stretch = (start: number) => ({ during: { start, end: start + 8 * 3_600_000 } });

test("the check finds a day of guidance that was moved without the others", async () => {
  const { arcId, coach } = await anArc();
  const to = stretch(theDay + 7 * day);
  await directly(arcId, "guidance", { ...to, occupied: to.during }).catch(() => {});
  await directly(arcId, "after_week", { status: "cancelled", cancelledAt: 0 });
  await directly(arcId, "guidance", { ...to, occupied: to.during });
  const { rows, logs } = await bookOf(coach.id);
  const faults = faultsOf(rows, logs, "UTC");
  for (const words of [
    /after_days is -5 days after/,
    /after_two_weeks is 7 days after/,
    /guidance is confirmed at/,
  ])
    expect(
      faults.some((fault) => words.test(fault)),
      String(words),
    ).toBe(true);
});

test("the check finds half an answer, an overlap, and a row that the log does not know", async () => {
  const { arcId, coach, idOf } = await anArc({ isAsked: true });
  await directly(arcId, "preparation", { status: "confirmed" });
  const half = await bookOf(coach.id);
  expect(faultsOf(half.rows, half.logs, "UTC")).toEqual([
    "5 of 6 are requested",
    expect.stringMatching(/^preparation is confirmed at \d+, and the log says requested/),
  ]);
  const [first] = half.rows;
  const twice = first ? [first, { ...first, id: "another", arcId: null, step: "twin" }] : [];
  expect(faultsOf(twice, half.logs, "UTC")).toContain("preparation and twin overlap");
  const { logs } = half;
  logs.delete(idOf("after_week"));
  expect(faultsOf(half.rows, logs, "UTC").join()).toContain("the log says undefined");
  expect(await sessionsOf(arcId)).toHaveLength(6);
});

/** All that stands or stood in a coach's book, in the order of its making, with what was written down of it. */
async function bookOf(coachId: string) {
  return asSystem("a test looks", async (tx) => {
    const rows: Row[] = await tx
      .select({
        id: bookings.id,
        arcId: bookings.arcId,
        step: bookings.arcStep,
        status: bookings.status,
        during: bookings.during,
        occupied: bookings.occupied,
        coachId: bookings.coachId,
        clientId: bookingAttendees.clientId,
      })
      .from(bookings)
      .innerJoin(bookingAttendees, eq(bookingAttendees.bookingId, bookings.id))
      .where(eq(bookings.coachId, coachId))
      .orderBy(asc(sql`lower(${bookings.during})`), asc(bookings.id));
    const ids = rows.map(({ id }) => id);
    const lines = ids.length
      ? await tx
          .select({ id: auditLog.subjectId, action: auditLog.action, meta: auditLog.meta })
          .from(auditLog)
          .where(inArray(auditLog.subjectId, ids))
          .orderBy(asc(auditLog.seq))
      : [];
    const logs = new Map<string, Line[]>();
    for (const { id, ...line } of lines) logs.set(id ?? "", [...(logs.get(id ?? "") ?? []), line]);
    return { rows, logs };
  });
}

type Shape = Pick<Row, "status" | "during"> & { id?: string };

/** The model: what there was, with what was done. */
function apply(rows: readonly Row[], { made = [], changed = [] }: Expected): Shape[] {
  const kept = rows.map((row) => {
    const [, status = row.status, start = row.during.start] = changed.find(([id]) => id === row.id) ?? [];
    return { status, during: { start, end: start + row.during.end - row.during.start } };
  });
  return [...kept, ...made.map(([status, start]) => ({ status, during: { start, end: start } }))];
}

const shapeOf = (rows: readonly Shape[]) =>
  rows.map(({ status, during }) => `${new Date(during.start).toISOString()} ${status}`).sort();
