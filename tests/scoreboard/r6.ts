import { randomUUID } from "node:crypto";
import { aBooking } from "#tests/support/bookings.ts";
import { aCoach, aSession, aType, type Client, type Coach } from "#tests/support/people.ts";
import { type Answer, ask } from "./ask.ts";
import type { BoardTest } from "./board.ts";
import { type Chance, chance, seedOfRun } from "./chance.ts";
import { letNobodyWait } from "./guards-off.ts";
import { manyClients, type SignedIn } from "./people.ts";
import { wakeUp } from "./r1.ts";
import { clientOverlaps, coachOverlaps } from "./sweep.ts";
import type { World } from "./world.ts";

const hour = 3_600_000;
const day = 24 * hour;
// As many at once as a machine of two cores answers in half a second, so that who takes longer has waited.
const together = 20;

type Desk = { coach: Coach; session: string; type: string };

/** A lock that is waited for in a circle is not opened before ten seconds are over; nobody may be in one. */
export const r6: BoardTest = {
  id: "R6",
  title: "Deadlock pressure",
  isQuick: true,
  async run(world, { guard, quick }) {
    const seed = seedOfRun();
    const draw = chance(seed);
    const rounds = guard ? (quick ? 3 : 20) : 8;
    if (!guard) await letNobodyWait(world);
    await wakeUp(world);
    await waitForDeadlocks(world, "10s");
    try {
      const desks = [await aDesk(), await aDesk(), await aDesk()] as const;
      const answers: Answer[] = [];
      for (let round = 0; round < rounds; round++) {
        for (let part = 0; part < 4; part++) answers.push(...(await race(world, desks[0], round * 4 + part)));
        answers.push(...(await moveToFewTimes(world, desks[1], draw, round)));
        answers.push(...(await moveToOneTime(world, [desks[1], desks[2]], round)));
      }
      const coaches = desks.map(({ coach }) => coach.id);
      const counts = {
        seed,
        requests: answers.length,
        accepted: answers.filter(({ status }) => status === 200).length,
        refused: answers.filter(({ status }) => status >= 400 && status < 500).length,
        serverErrors: answers.filter(({ status }) => status >= 500).length,
        above2s: answers.filter(({ ms }) => ms > 2_000).length,
        slowestMs: Math.round(Math.max(...answers.map(({ ms }) => ms))),
        overlaps: (await coachOverlaps(world, coaches)) + (await clientOverlaps(world, coaches)),
      };
      return {
        tried: `${rounds} rounds: ${4 * together} clients click twice for 8 times, ${together} sessions are moved to 4 times by their clients and their coach, and ${together} people's two coaches move them to one time, ${together} at once`,
        counts,
        pass: counts.serverErrors + counts.above2s + counts.overlaps === 0 && counts.accepted > 10 * rounds,
      };
    } finally {
      await waitForDeadlocks(world, undefined);
    }
  },
};

async function aDesk(): Promise<Desk> {
  const coach = await aCoach();
  const later = { now: Date.now() + hour };
  const type = await aType(coach, { cutOff: 0, horizonDays: 365 });
  return { coach, session: await aSession(coach, later), type };
}

const isoOf = (time: number) => new Date(time).toISOString();
const daysOn = (days: number) => Math.ceil(Date.now() / day) * day + days * day;

/** The slot race, a part of it at a time: ten for each of two times, and each of them twice. */
async function race({ processes }: World, { type }: Desk, part: number): Promise<Answer[]> {
  const clients = await manyClients(together);
  return Promise.all(
    clients.flatMap(({ session }, at) => {
      const key = randomUUID();
      const body = { typeId: type, start: isoOf(daysOn(1) + (part * 2 + (at % 2)) * hour), zone: "UTC" };
      return [0, 1].map((n) => ask(processes[n] ?? processes[0], "/api/bookings", { session, body, key }));
    }),
  );
}

/** Everybody wants one of the same few times, and each keeps the own one until then. */
async function moveToFewTimes({ processes }: World, desk: Desk, draw: Chance, round: number) {
  const clients = await manyClients(together);
  const from = daysOn(1 + round * 2);
  const wished = () => isoOf(from + draw.below(4) * hour);
  const ids: string[] = [];
  for (const [at, client] of clients.entries())
    ids.push(await aSessionOf(client, desk, from + (5 + at) * hour));
  return Promise.all(
    clients.flatMap(({ session }, at) => {
      const move = { session, body: { start: wished(), zone: "UTC" } };
      const forThem = { session: desk.session, body: { start: wished(), mail: false } };
      const theirs = ask(draw.oneOf(processes), `/api/bookings/${ids[at]}/move`, move);
      const coachs = () => ask(draw.oneOf(processes), `/api/coach/bookings/${ids[at]}/move`, forThem);
      return draw.isOneIn(4) ? [theirs, coachs()] : [theirs];
    }),
  );
}

/** One of the two must be told that the client has another session then. */
async function moveToOneTime({ processes }: World, desks: [Desk, Desk], round: number): Promise<Answer[]> {
  const clients = await manyClients(together);
  const moves = await Promise.all(
    clients.map(async (client, at) => {
      const ids: string[] = [];
      for (const [n, desk] of desks.entries())
        ids.push(await aSessionOf(client, desk, daysOn(100 + round * 2) + (at * 2 + n) * hour));
      return { ids, start: isoOf(daysOn(200 + round) + at * hour) };
    }),
  );
  return Promise.all(
    moves.flatMap(({ ids, start }) =>
      desks.map(({ session }, n) =>
        ask(processes[n] ?? processes[0], `/api/coach/bookings/${ids[n]}/move`, {
          session,
          body: { start, mail: false },
        }),
      ),
    ),
  );
}

function aSessionOf({ id, email }: SignedIn, { coach, type }: Desk, start: number): Promise<string> {
  return aBooking({ for: { id, email } as Client, with: coach, type, start });
}

async function waitForDeadlocks({ look }: World, time: string | undefined): Promise<void> {
  await look.unsafe(`alter system ${time ? `set deadlock_timeout = '${time}'` : "reset deadlock_timeout"}`);
  await look`select pg_reload_conf()`;
}
