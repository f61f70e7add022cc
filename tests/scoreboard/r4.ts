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
const aSecond = 12;
// The more a coach has, the longer it takes to look for what is free near a time that is not.
const ofEachCoach = 25;

type Held = {
  id: string;
  coach: string;
  type: string;
  start: number;
  until: number;
  owner: SignedIn;
  people: SignedIn[];
};
/** `waits`: whoever came once it had run out, one try after the other, and when each was answered. */
type Tried = { early: Answer; owner: Answer | undefined; waits: { answer: Answer; at: number }[] };

/** Held times run out one after another while others want them: not a moment early, and hardly one late. */
export const r4: BoardTest = {
  id: "R4",
  title: "Hold expiry",
  isQuick: true,
  async run(world, { guard, quick }) {
    const seed = seedOfRun();
    const draw = chance(seed);
    if (!guard) return withoutGuards(world, draw);
    const holds = quick ? 75 : 1_000;
    const counts = await play(world, holds, draw);
    const { takenTwice, lost, otherAnswers, refusedEarly, byOwners, byOthers } = counts;
    return {
      tried: `${holds} holds that run out, ${aSecond} a second; for each somebody comes too early, every third one's owner confirms it at the last moment, and somebody takes it once it is free`,
      counts: { seed, ...counts },
      pass:
        takenTwice + lost + otherAnswers === 0 &&
        refusedEarly > 0 &&
        byOwners > 0 &&
        byOwners + byOthers === holds,
    };
  },
};

async function play(world: World, count: number, draw: Chance, isSwept = true) {
  const held = await holdTimes(count, draw);
  // As the portal itself does once a minute.
  const sweeping = isSwept && setInterval(() => void releaseStaleHolds(Date.now()), 3_000);
  const tries = await Promise.all(held.map((one) => tryFor(world, one, draw)));
  if (sweeping) clearInterval(sweeping);

  const coaches = [...new Set(held.map(({ coach }) => coach))];
  const taken = await whenTaken(world, coaches);
  const ends = held.map((one, at) => endOf(one, tries[at]?.waits ?? [], taken));
  const answers = tries.flatMap(({ early, owner, waits }) => [
    early,
    ...waits.map(({ answer }) => answer),
    ...(owner ? [owner] : []),
  ]);
  const counted = (end: string) => ends.filter((one) => one.end === end).length;
  return {
    takenTwice: counted("taken twice") + (await coachOverlaps(world, coaches)),
    lost: counted("lost"),
    byOwners: counted("the owner's"),
    byOthers: counted("another's"),
    refusedEarly: tries.filter(({ early }) => early.status === 409).length,
    otherAnswers: answers.filter((one) => one.status !== 200 && !isNo(one)).length,
    emptyForMs: Math.round(Math.max(...ends.map(({ emptyFor }) => emptyFor))),
  };
}

const isNo = (answer: Answer) => answer.status === 409 && /taken|hold_over/.test(codeOf(answer) ?? "");

async function holdTimes(count: number, draw: Chance): Promise<Held[]> {
  const desks = await Promise.all(
    Array.from({ length: Math.ceil(count / ofEachCoach) }, async () => {
      const coach = await aCoach();
      // Each coach's own: whoever has a coach books with no other.
      return { coach, type: await aType(coach, { minutes: 30, step: 30 }), people: await manyClients(12) };
    }),
  );
  const first = Math.ceil(Date.now() / day) * day + day;
  const began = Date.now() + 2_000 + count * 5;
  const held = await Promise.all(
    Array.from({ length: count }, async (_, at): Promise<Held> => {
      const { coach, type, people } = desks[at % desks.length] as (typeof desks)[number];
      const owner = draw.oneOf(people);
      const start = first + at * 30 * minute;
      const until = began + Math.round((at * 1_000) / aSecond);
      const id = await aHold({ email: owner.email, with: coach, type, start, minutes: 30, until });
      return { id, coach: coach.id, type, start, until, owner, people };
    }),
  );
  if (Date.now() > began) throw new Error("The holds were made too slowly");
  return held;
}

async function tryFor(
  { processes }: World,
  { id, type, start, until, owner, people }: Held,
  draw: Chance,
): Promise<Tried> {
  const [at, other] = [draw.oneOf(processes), draw.oneOf(processes)];
  const body = { typeId: type, start: new Date(start).toISOString(), zone: "UTC" };
  const [hasty, patient] = [draw.oneOf(people), draw.oneOf(people)];
  const [before, last, hasOwner] = [20 + draw.below(400), draw.below(300) - 250, draw.isOneIn(3)];
  const wait = (time: number) => pause(Math.max(0, time - Date.now()));
  const book = async ({ session }: SignedIn, time: number) => {
    await wait(time);
    return ask(other, "/api/bookings", { session, body, key: randomUUID() });
  };
  const confirm = async () => {
    if (!hasOwner) return undefined;
    await wait(until + last);
    return ask(at, `/api/holds/${id}/confirm`, { session: owner.session, body: {} });
  };
  const keepTrying = async () => {
    const waits: Tried["waits"] = [];
    for (let later = 5; later < 2_000 && waits.at(-1)?.answer.status !== 200; later += 300)
      waits.push({ answer: await book(patient, until + later), at: Date.now() });
    return waits;
  };
  const [early, mine, waits] = await Promise.all([book(hasty, until - before), confirm(), keepTrying()]);
  return { early, owner: mine, waits };
}

type Taken = { id: string; coach: string; start: number; at: number };

/** The sessions that came of it, and when each was made. */
async function whenTaken({ look }: World, coachIds: string[]): Promise<Taken[]> {
  return look<Taken[]>`
    select id, coach_id as coach, (extract(epoch from lower(during)) * 1000)::float8 as start,
      (extract(epoch from created_at) * 1000)::float8 as at
    from bookings where coach_id = any(${coachIds}) and status = 'confirmed'`;
}

function endOf({ id, start, until }: Held, waits: Tried["waits"], taken: Taken[]) {
  const [one, ...more] = taken.filter((row) => row.start === start);
  if (!one) return { end: "lost", emptyFor: 0 };
  // What its owner confirmed is the row that was there before.
  if (one.id === id) return { end: more.length > 0 ? "taken twice" : "the owner's", emptyFor: 0 };
  const emptyFor = one.at - until;
  if (more.length > 0 || emptyFor < 0) return { end: "taken twice", emptyFor };
  // A slow machine is no fault; somebody who was sent away from a time that stood empty is.
  const wasRefused = waits.some(({ answer, at }) => answer.status !== 200 && at < one.at);
  return { end: emptyFor > 1_000 && wasRefused ? "lost" : "another's", emptyFor };
}

/** First nobody lets a hold go that has run out; then holds keep nobody from a time. */
async function withoutGuards(world: World, draw: Chance): Promise<Outcome> {
  const holds = 30;
  await changeFunction(world, "release_stale_holds", /hold_expires <= at/, "false");
  const { lost } = await play(world, holds, draw, false);
  await world.look`alter table bookings drop constraint bookings_no_overlap_coach`;
  await changeFunction(world, "coach_times", /b\.hold_expires > at/, "false");
  const { takenTwice } = await play(world, holds, draw, false);
  return {
    tried: `${holds} holds that nobody lets go, and ${holds} that keep nobody away`,
    counts: { lost, takenTwice },
    pass: lost === 0 || takenTwice === 0,
  };
}
