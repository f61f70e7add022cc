import { randomUUID } from "node:crypto";
import { aCoach, aType } from "#tests/support/people.ts";
import { type Answer, ask, bodyOf, codeOf } from "./ask.ts";
import type { BoardTest } from "./board.ts";
import { manyClients } from "./people.ts";
import type { World } from "./world.ts";

const hour = 3_600_000;
const times = 50;

/** A key stands for one wish of one person, however often it arrives and whoever else sends it. */
export const r5: BoardTest = {
  id: "R5",
  title: "Idempotency",
  isQuick: true,
  async run(world, { guard, quick }) {
    const rounds = quick || !guard ? 2 : 10;
    if (!guard) await takeGuardsAway(world);
    const coach = await aCoach();
    const type = await aType(coach);
    const counts = { rows: 0, answers: 0, sameKeyOtherBody: 0, leaks: 0, holdRows: 0, serverErrors: 0 };
    for (let round = 0; round < rounds; round++) await play(world, { type, coach: coach.id, round }, counts);
    return {
      tried: `${rounds} rounds: one key ${times} times at once over 2 processes, then with another body, then by another person; a visitor's key 8 times`,
      counts,
      pass:
        counts.rows === rounds &&
        counts.answers === rounds &&
        counts.sameKeyOtherBody === rounds &&
        counts.holdRows === rounds &&
        counts.leaks + counts.serverErrors === 0,
    };
  },
};

type Counts = Record<"rows" | "answers" | "sameKeyOtherBody" | "leaks" | "holdRows" | "serverErrors", number>;

async function play(world: World, at: { type: string; coach: string; round: number }, counts: Counts) {
  const [ada, eve] = await manyClients(2);
  const key = randomUUID();
  const day = Math.ceil(Date.now() / (24 * hour)) * 24 * hour + (2 + at.round) * 24 * hour;
  const wish = (hours: number) => ({
    typeId: at.type,
    start: new Date(day + hours * hour).toISOString(),
    zone: "UTC",
  });
  const sent: Answer[] = [];
  const book = async (session: string | undefined, body: object, n = 0, itsKey = key) => {
    const answer = await ask(world.processes[n % 2] ?? world.processes[0], "/api/bookings", {
      session,
      body,
      key: itsKey,
    });
    sent.push(answer);
    return answer;
  };

  const same = await Promise.all(Array.from({ length: times }, (_, n) => book(ada?.session, wish(9), n)));
  counts.answers += new Set(same.map(({ text }) => text)).size;
  counts.rows += await countRows(world, at.coach, day + 9 * hour);

  const other = await book(ada?.session, wish(12));
  if (other.status === 422 && codeOf(other) === "key_reused") counts.sameKeyOtherBody += 1;

  // To another person the key says nothing: the same as any key of their own would.
  const { bookingId } = bodyOf<{ bookingId: string }>(same.find(({ status }) => status === 200) ?? other);
  const [borrowed, own] = [
    await book(eve?.session, wish(9)),
    await book(eve?.session, wish(9), 0, randomUUID()),
  ];
  if (borrowed.status !== 409 || borrowed.text !== own.text) counts.leaks += 1;
  const free = await book(eve?.session, wish(14));
  if (free.status !== 200 || free.text.includes(bookingId)) counts.leaks += 1;

  const hold = { ...wish(16), name: "Mio", email: `visitor-${randomUUID()}@example.org`, adult: true };
  const held = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      ask(world.processes[n % 2] ?? world.processes[0], "/api/holds", { body: hold, key }),
    ),
  );
  const isOneAnswer = new Set(held.map(({ text }) => text)).size === 1;
  if (isOneAnswer && held[0]?.status === 200)
    counts.holdRows += await countRows(world, at.coach, day + 16 * hour);
  counts.serverErrors += [...sent, ...held].filter(({ status }) => status >= 500).length;
}

async function countRows({ look }: World, coachId: string, start: number): Promise<number> {
  const [row] = await look`select count(*)::int as count from bookings
    where coach_id = ${coachId} and lower(during) = ${new Date(start)}`;
  return row?.count ?? 0;
}

async function takeGuardsAway({ look }: World): Promise<void> {
  await look`drop index bookings_idempotency`;
  await look`alter table bookings drop constraint bookings_no_overlap_coach`;
  await look`alter table booking_attendees drop constraint booking_attendees_no_overlap`;
}
