import { aBooking } from "#tests/support/bookings.ts";
import { aCoach, aSession, aType, type Client, type Coach } from "#tests/support/people.ts";
import { type Answer, ask } from "./ask.ts";
import type { BoardTest } from "./board.ts";
import { type Chance, chance, seedOfRun } from "./chance.ts";
import { letNobodyWait } from "./guards-off.ts";
import { manyClients, type SignedIn } from "./people.ts";
import { race, wakeUp } from "./r1.ts";
import { clientOverlaps, coachOverlaps } from "./sweep.ts";
import type { World } from "./world.ts";

const hour = 3_600_000;
const day = 24 * hour;
const people = 40;
// Whoever waits for somebody who waits for them is not let go by the database before a request would have ended.
const deadlockTimeout = "10s";

type Desk = { coach: Coach; session: string; type: string };

/** Nobody waits for each other: a slot race, moves to few times, and two coaches who move one client's sessions to one time. */
export const r6: BoardTest = {
  id: "R6",
  title: "Deadlock pressure",
  isQuick: true,
  async run(world, { guard, quick }) {
    const seed = seedOfRun();
    const draw = chance(seed);
    const rounds = quick || !guard ? 2 : 10;
    if (!guard) await letNobodyWait(world);
    await wakeUp(world);
    await setTimeoutOfDeadlocks(world, deadlockTimeout);
    try {
      const before = await countDeadlocks(world);
      const racing = await aCoach();
      const slots = await aType(racing, { minutes: 45, after: 15, step: 60 });
      const crowd = await manyClients(200);
      const [desk, other] = [await aDesk(), await aDesk()];
      const answers: Answer[] = [];
      for (let round = 0; round < rounds; round++) {
        const raced = await race(world, crowd, slots, round);
        answers.push(...raced.flatMap((one) => one.answers));
        answers.push(...(await moveToFewTimes(world, desk, draw, round)));
        answers.push(...(await moveToOneTime(world, [desk, other], round)));
      }
      const coaches = [racing.id, desk.coach.id, other.coach.id];
      const counts = {
        seed,
        requests: answers.length,
        accepted: answers.filter(({ status }) => status === 200).length,
        refused: answers.filter(({ status }) => status >= 400 && status < 500).length,
        serverErrors: answers.filter(({ status }) => status >= 500).length,
        above2s: answers.filter(({ ms }) => ms > 2_000).length,
        slowestMs: Math.round(Math.max(...answers.map(({ ms }) => ms))),
        deadlocks: (await countDeadlocks(world)) - before,
        overlaps: (await coachOverlaps(world, coaches)) + (await clientOverlaps(world, coaches)),
      };
      const { serverErrors, above2s, deadlocks, overlaps } = counts;
      return {
        tried: `${rounds} rounds: the slot race of 200 clients, ${people} sessions moved to 8 times at once, and ${people} people whose two coaches move them to one time; a deadlock is let go after ${deadlockTimeout}`,
        counts,
        pass: serverErrors + above2s + deadlocks + overlaps === 0,
      };
    } finally {
      await setTimeoutOfDeadlocks(world, undefined);
    }
  },
};

async function aDesk(): Promise<Desk> {
  const coach = await aCoach();
  const later = { now: Date.now() + hour };
  return { coach, session: await aSession(coach, later), type: await aType(coach, { cutOff: 0 }) };
}

const isoOf = (time: number) => new Date(time).toISOString();
const midnightIn = (days: number) => Math.ceil(Date.now() / day) * day + days * day;

/** Everybody wants one of the same few times, and each keeps the own one until then. */
async function moveToFewTimes(world: World, desk: Desk, draw: Chance, round: number): Promise<Answer[]> {
  const clients = await manyClients(people);
  const from = midnightIn(1 + round * 4);
  const times = Array.from({ length: 8 }, (_, at) => from + at * hour);
  const ids: string[] = [];
  for (const [at, client] of clients.entries())
    ids.push(await sessionOf(client, desk, from + (10 + at) * hour));
  return Promise.all(
    clients.flatMap(({ session }, at) => {
      const start = isoOf(draw.oneOf(times));
      const client = { session, body: { start, zone: "UTC" } };
      const coach = { session: desk.session, body: { start: isoOf(draw.oneOf(times)), mail: false } };
      return [
        ask(draw.oneOf(world.processes), `/api/bookings/${ids[at]}/move`, client),
        ...(draw.isOneIn(3)
          ? [ask(draw.oneOf(world.processes), `/api/coach/bookings/${ids[at]}/move`, coach)]
          : []),
      ];
    }),
  );
}

async function moveToOneTime(world: World, desks: Desk[], round: number): Promise<Answer[]> {
  const clients = await manyClients(people);
  const from = midnightIn(44 + round * 2);
  const moves = await Promise.all(
    clients.map(async (client, at) => {
      const ids: string[] = [];
      for (const [n, desk] of desks.entries())
        ids.push(await sessionOf(client, desk, midnightIn(-200 - round * 10) + (at * 2 + n) * hour));
      return { ids, start: isoOf(from + at * hour) };
    }),
  );
  return Promise.all(
    moves.flatMap(({ ids, start }) =>
      desks.map(({ session }, n) =>
        ask(world.processes[n] ?? world.processes[0], `/api/coach/bookings/${ids[n]}/move`, {
          session,
          body: { start, mail: false, despite: ["horizon"] },
        }),
      ),
    ),
  );
}

function sessionOf({ id, email }: SignedIn, { coach, type }: Desk, start: number): Promise<string> {
  return aBooking({ for: { id, email } as Client, with: coach, type, start });
}

async function countDeadlocks({ look }: World): Promise<number> {
  const [row] = await look`select pg_stat_force_next_flush(), deadlocks::int as count
    from pg_stat_database where datname = current_database()`;
  return row?.count ?? 0;
}

async function setTimeoutOfDeadlocks({ look }: World, time: string | undefined): Promise<void> {
  await look.unsafe(`alter system ${time ? `set deadlock_timeout = '${time}'` : "reset deadlock_timeout"}`);
  await look`select pg_reload_conf()`;
}
