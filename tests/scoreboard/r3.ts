import { setTimeout as pause } from "node:timers/promises";
import type { Answer } from "./ask.ts";
import type { BoardTest } from "./board.ts";
import { playAgain } from "./booking-model.ts";
import { seedOfRun } from "./chance.ts";
import { letNobodyWait, letSessionsOverlap } from "./guards-off.ts";
import { actAtRandom } from "./mixed-acts.ts";
import { aScene, dailyLimit, type Scene } from "./mixed-scene.ts";
import { ledgerOf, untilMailIsOut } from "./state.ts";
import { clientOverlaps, coachOverlaps } from "./sweep.ts";
import type { World } from "./world.ts";

const workers = 20;

/** Everything that can be done with bookings, by many at once and in any order. */
export const r3: BoardTest = {
  id: "R3",
  title: "Mixed operations race",
  isQuick: true,
  async run(world, { guard, quick }) {
    // Without its guards it needs time to go wrong in each way.
    const seconds = guard ? (quick ? 8 : 60) : 30;
    const seed = seedOfRun();
    if (!guard) await takeGuardsAway(world);
    const scene = await aScene(world, seed);
    const done = await actFor(scene, seconds);
    await untilMailIsOut(world);

    const coaches = scene.desks.map(({ id }) => id);
    const wrong = await playAgain(world, coaches);
    const answers = done.flatMap((one) => one.answers);
    const idle = neverDoneIn(done);
    const failed = done
      .flatMap(({ name, answers }) => answers.map((one) => ({ ...one, name })))
      .find(({ status }) => status >= 500);
    const counts = {
      seed,
      acts: done.length,
      accepted: answers.filter(({ status }) => status === 200).length,
      refused: answers.filter(({ status }) => status >= 400 && status < 500).length,
      serverErrors: answers.filter(({ status }) => status >= 500).length,
      ...(await countStandings(world, coaches)),
      overlapsOfCoaches: await coachOverlaps(world, coaches),
      overlapsOfClients: await clientOverlaps(world, coaches),
      daysAboveTheLimit: await countFullDays(world, scene),
      bookingsThatCannotBe: [...wrong.values()].reduce((sum, count) => sum + count, 0),
      lettersNotOnce: await countBadLetters(world, coaches),
      slowestMs: Math.round(Math.max(...answers.map(({ ms }) => ms))),
      ...(failed && { firstServerError: `${failed.name}: ${failed.text}` }),
      ...(idle.length > 0 && { neverDone: idle.join(", ") }),
      ...(wrong.size > 0 && { what: [...wrong].map((pair) => pair.join(" × ")).join(" · ") }),
    };
    const { overlapsOfCoaches, overlapsOfClients, serverErrors, daysAboveTheLimit } = counts;
    const { bookingsThatCannotBe, lettersNotOnce } = counts;
    // Who does not wait for their turn counts too few, or waits for others in a circle.
    const withoutTurns = daysAboveTheLimit + serverErrors;
    const faults = [overlapsOfCoaches + overlapsOfClients, withoutTurns, bookingsThatCannotBe];
    const isRight = lettersNotOnce + idle.length === 0 && faults.every((count) => count === 0);
    return {
      tried: `${done.length} acts of ${Object.keys(countNames(done)).length} kinds by ${workers} workers in ${seconds} s, 2 coaches, 2 processes; every booking played again from the log`,
      counts,
      pass: guard ? isRight : faults.some((count) => count === 0),
    };
  },
};

type Done = { name: string; answers: Answer[] };

// Time passes without an answer.
const isDone = ({ name, answers }: Done) =>
  name === "time passes" || answers.some(({ status }) => status === 200);

const countNames = (done: Done[]) => Object.groupBy(done, ({ name }) => name);

function neverDoneIn(done: Done[]): string[] {
  const names = new Set(done.map(({ name }) => name));
  for (const one of done) if (isDone(one)) names.delete(one.name);
  return [...names];
}

/** For so long, and up to three times as long where something that was tried has not come about yet. */
async function actFor(scene: Scene, seconds: number): Promise<Done[]> {
  const began = Date.now();
  const done: Done[] = [];
  const goesOn = () => {
    const passed = (Date.now() - began) / 1_000;
    return passed < seconds || (passed < 3 * seconds && neverDoneIn(done).length > 0);
  };
  const work = async () => {
    while (goesOn()) {
      done.push(await actAtRandom(scene));
      await pause(scene.draw.below(5));
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return done;
}

async function countStandings({ look }: World, coachIds: string[]): Promise<Record<string, number>> {
  const rows = await look<{ status: string; count: number }[]>`
    select status::text, count(*)::int as count from bookings where coach_id = any(${coachIds}) group by 1 order by 1`;
  return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
}

async function countFullDays({ look }: World, { desks }: Scene): Promise<number> {
  const asked = desks.map(({ types }) => types.asked);
  const rows = await look`
    select from bookings where type_id = any(${asked}) and status in ('held', 'requested', 'confirmed')
    group by type_id, (lower(during) at time zone 'UTC')::date having count(*) > ${dailyLimit}`;
  return rows.length;
}

async function countBadLetters(world: World, coachIds: string[]): Promise<number> {
  const accepted = await ledgerOf(world);
  const rows = await world.look<{ id: string; state: string }[]>`
    select m.id, m.state from messages m join bookings b on b.id = m.booking_id where coach_id = any(${coachIds})`;
  return rows.filter(({ id, state }) => accepted(id) !== (state === "sent" ? 1 : 0)).length;
}

/**
 * The database lets two have one time; nobody waits for their turn in a coach's book; and what is declined is not
 * written down.
 */
async function takeGuardsAway(world: World): Promise<void> {
  await letSessionsOverlap(world);
  await letNobodyWait(world);
  await world.look.unsafe(`
    create function forget_declining() returns trigger language plpgsql
      as $$ begin return case when new.action = 'booking.declined' then null else new end; end $$;
    create trigger forget before insert on audit_log for each row execute function forget_declining()`);
}
