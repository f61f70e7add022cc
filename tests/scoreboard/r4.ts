import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { releaseStaleHolds } from "#lib/bookings/commands/release-holds.ts";
import { aHold } from "#tests/support/bookings.ts";
import { aCoach, aType } from "#tests/support/people.ts";
import { type Answer, ask, codeOf } from "./ask.ts";
import type { BoardTest, Outcome } from "./board.ts";
import { type Chance, chance, seedOfRun } from "./chance.ts";
import { changeFunction } from "./guards-off.ts";
import { manyClients, type SignedIn } from "./people.ts";
import { coachOverlaps } from "./sweep.ts";
import type { World } from "./world.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const aSecond = 25;

type Held = { id: string; start: number; until: number; owner: SignedIn };
type Play = { counts: Counts; refusedEarly: number; byOwners: number };
type Counts = Record<"takenTwice" | "lost" | "otherAnswers" | "slowestMs", number>;

/** Held times run out one after another while others want them: not a moment early, and hardly one late. */
export const r4: BoardTest = {
  id: "R4",
  title: "Hold expiry",
  isQuick: true,
  async run(world, { guard, quick }) {
    const holds = guard ? (quick ? 150 : 1_000) : 60;
    const seed = seedOfRun();
    const draw = chance(seed);
    if (!guard) return withoutGuards(world, holds, draw);
    const { counts, refusedEarly, byOwners } = await play(world, holds, draw);
    const { takenTwice, lost, otherAnswers } = counts;
    return {
      tried: `${holds} holds that run out, ${aSecond} a second; for each somebody comes too early, its owner or nobody confirms it at the last moment, and somebody takes it when it is free`,
      counts: { seed, ...counts, refusedEarly, byOwners },
      pass: takenTwice + lost + otherAnswers === 0 && refusedEarly > 0 && byOwners > 0,
    };
  },
};

async function play(world: World, count: number, draw: Chance, isSwept = true): Promise<Play> {
  const coach = await aCoach();
  const type = await aType(coach, { minutes: 30, step: 30, horizonDays: 365 });
  const people = await manyClients(120);
  const first = Math.ceil(Date.now() / day) * day + day;
  const began = Date.now() + 1_000 + count * 4;
  const held = await Promise.all(
    Array.from({ length: count }, async (_, at): Promise<Held> => {
      const owner = draw.oneOf(people);
      const slot = { start: first + at * 30 * minute, until: began + Math.round((at * 1_000) / aSecond) };
      return {
        id: await aHold({ ...slot, email: owner.email, with: coach, type, minutes: 30 }),
        ...slot,
        owner,
      };
    }),
  );
  if (Date.now() > began) throw new Error("The holds were made too slowly");
  // As the portal itself does once a minute.
  const sweeping = isSwept && setInterval(() => void releaseStaleHolds(Date.now()), 3_000);
  const tries = await Promise.all(held.map((one) => tryFor(world, one, { type, people, draw })));
  if (sweeping) clearInterval(sweeping);

  const answers = tries.flatMap((one) => one.answers);
  const taken = await whenTaken(world, coach.id);
  const timesOf = ({ start }: Held) => taken.get(start) ?? [];
  // A hold that its owner confirmed is the row that was there before; it is not taken after it ran out.
  const waits = held.flatMap((one) =>
    timesOf(one).flatMap(({ at, id }) => (id === one.id ? [] : [at - one.until])),
  );
  return {
    counts: {
      takenTwice:
        held.filter((one) => timesOf(one).length > 1).length +
        waits.filter((wait) => wait < 0).length +
        (await coachOverlaps(world, [coach.id])),
      lost:
        held.filter((one) => timesOf(one).length === 0).length + waits.filter((wait) => wait > 1_000).length,
      otherAnswers: answers.filter((one) => one.status !== 200 && !isNo(one)).length,
      slowestMs: Math.round(Math.max(...waits)),
    },
    refusedEarly: tries.filter(({ answers: [early] }) => early?.status === 409).length,
    byOwners: held.filter((one) => timesOf(one).some(({ id }) => id === one.id)).length,
  };
}

const isNo = (answer: Answer) => answer.status === 409 && /taken|hold_over/.test(codeOf(answer) ?? "");

type Among = { type: string; people: SignedIn[]; draw: Chance };

async function tryFor({ processes }: World, held: Held, { type, people, draw }: Among) {
  const at = draw.oneOf(processes);
  const other = draw.oneOf(processes);
  const [early, late] = [draw.oneOf(people), draw.oneOf(people)];
  const body = { typeId: type, start: new Date(held.start).toISOString(), zone: "UTC" };
  const book = ({ session }: SignedIn) => ask(other, "/api/bookings", { session, body, key: randomUUID() });
  const [before, last, hasOwner] = [20 + draw.below(400), draw.below(300) - 200, draw.isOneIn(3)];

  const early_ = async () => {
    await until(held.until - before);
    return [await book(early)];
  };
  const owner = async () => {
    if (!hasOwner) return [];
    await until(held.until + last);
    return [await ask(at, `/api/holds/${held.id}/confirm`, { session: held.owner.session, body: {} })];
  };
  const patient = async () => {
    const answers: Answer[] = [];
    for (let wait = 0; wait < 2_000; wait += 100) {
      await until(held.until + wait);
      const answer = await book(late);
      answers.push(answer);
      if (answer.status === 200 || (hasOwner && wait > 300)) break;
    }
    return answers;
  };
  return { answers: (await Promise.all([early_(), owner(), patient()])).flat() };
}

const until = (time: number) => pause(Math.max(0, time - Date.now()));

/** The sessions that came of it, by their start, and when each was made. */
async function whenTaken({ look }: World, coachId: string) {
  const rows = await look<{ id: string; start: number; at: number }[]>`
    select id, (extract(epoch from lower(during)) * 1000)::float8 as start, (extract(epoch from created_at) * 1000)::float8 as at
    from bookings where coach_id = ${coachId} and status = 'confirmed'`;
  return Map.groupBy(rows, ({ start }) => start);
}

/** First nobody lets a hold go that has run out; then holds keep nobody from a time. */
async function withoutGuards(world: World, holds: number, draw: Chance): Promise<Outcome> {
  await changeFunction(world, "release_stale_holds", /hold_expires <= at/, "false");
  const kept = await play(world, holds, draw, false);
  await world.look`alter table bookings drop constraint bookings_no_overlap_coach`;
  await changeFunction(world, "coach_times", /hold_expires > at/, "false");
  const given = await play(world, holds, draw, false);
  const [{ lost }, { takenTwice }] = [kept.counts, given.counts];
  return {
    tried: `${holds} holds that nobody lets go, and ${holds} that keep nobody away`,
    counts: { lost, takenTwice },
    pass: lost === 0 || takenTwice === 0,
  };
}
