import { randomUUID } from "node:crypto";
import { aCoach, aType } from "#tests/support/people.ts";
import { type Answer, ask, bodyOf, codeOf } from "./ask.ts";
import type { BoardTest } from "./board.ts";
import { manyClients, type SignedIn } from "./people.ts";
import { ledgerOf, untilMailIsOut } from "./state.ts";
import { coachOverlaps } from "./sweep.ts";
import type { World } from "./world.ts";

const slots = 20;
const hour = 3_600_000;

type Clicks = { client: SignedIn; slot: number; answers: [Answer, Answer] };

/** Two hundred people want twenty times, and each is impatient. */
export const r1: BoardTest = {
  id: "R1",
  title: "Slot race",
  isQuick: true,
  async run(world, { guard, quick }) {
    const rounds = quick || !guard ? 2 : 10;
    if (!guard) await world.look`alter table bookings drop constraint bookings_no_overlap_coach`;
    const coach = await aCoach({ isAwake: true });
    const type = await aType(coach, { minutes: 45, after: 15, step: 60 });
    const people = await manyClients(200);
    await wakeUp(world, quick ? 2 : 8);
    const clicks: Clicks[] = [];
    for (let round = 0; round < rounds; round++) clicks.push(...(await race(world, people, type, round)));
    await untilMailIsOut(world);

    const answers = clicks.flatMap((one) => one.answers);
    const winners = clicks.filter(({ answers: [first] }) => first.status === 200);
    const won = new Map<number, number>();
    for (const { slot } of winners) won.set(slot, (won.get(slot) ?? 0) + 1);
    const times = answers.map(({ ms }) => ms).sort((a, b) => a - b);
    const counts = {
      overlaps: await coachOverlaps(world, [coach.id]),
      slotsWithOneWinner: [...won.values()].filter((count) => count === 1).length,
      winners: winners.length,
      answeredDifferently: clicks.filter(({ answers: [one, two] }) => whatItSays(one) !== whatItSays(two))
        .length,
      otherAnswers: answers.filter(
        (one) => one.status !== 200 && !(one.status === 409 && codeOf(one) === "taken"),
      ).length,
      serverErrors: answers.filter(({ status }) => status >= 500).length,
      winnersWithoutOneConfirmation: await countBadlyConfirmed(world, winners),
      p99ms: Math.round(times[Math.floor(times.length * 0.99)] ?? 0),
    };
    const { overlaps, slotsWithOneWinner, answeredDifferently, otherAnswers, winnersWithoutOneConfirmation } =
      counts;
    return {
      tried: `200 clients, ${slots} times, two clicks each, 2 processes, ${rounds} rounds`,
      counts,
      pass:
        overlaps === 0 &&
        slotsWithOneWinner === slots * rounds &&
        winners.length === slots * rounds &&
        answeredDifferently + otherAnswers + winnersWithoutOneConfirmation === 0,
    };
  },
};

// What a process does for the first time takes several times as long; a race is not about that.
export async function wakeUp(world: World, rounds = 2): Promise<void> {
  const type = await aType(await aCoach({ isAwake: true }));
  const people = await manyClients(40);
  for (let round = 0; round < rounds; round++) await race(world, people, type, round);
}

async function race(
  { processes }: World,
  people: SignedIn[],
  typeId: string,
  round: number,
): Promise<Clicks[]> {
  const midnight = Math.floor(Date.now() / (24 * hour)) * 24 * hour;
  const first = midnight + (2 + round) * 24 * hour;
  const other = processes[1] ?? processes[0];
  return Promise.all(
    people.map(async (client, index) => {
      // In every other round those who want the same time come together, in the rest they come mixed.
      const place =
        round % 2 === 0 ? Math.floor(index / (people.length / slots)) : (index * 7 + round) % slots;
      const slot = first + place * hour;
      const key = randomUUID();
      const body = { typeId, start: new Date(slot).toISOString(), zone: "UTC" };
      const click = (at: typeof other) => ask(at, "/api/bookings", { session: client.session, body, key });
      return { client, slot, answers: await Promise.all([click(processes[0]), click(other)]) };
    }),
  );
}

// The nearest free times are those of the moment, so a no is the same no whatever it offers.
function whatItSays(answer: Answer): string {
  return answer.status === 200 ? answer.text : `${answer.status} ${codeOf(answer)}`;
}

async function countBadlyConfirmed(world: World, winners: Clicks[]): Promise<number> {
  const accepted = await ledgerOf(world);
  const rows = await world.look<{ id: string; booking: string }[]>`
    select id, booking_id as booking from messages where kind = 'booking_confirmed'`;
  const mails = new Map<string, number>();
  for (const { id, booking } of rows) mails.set(booking, (mails.get(booking) ?? 0) + accepted(id));
  return winners.filter(
    ({ answers: [answer] }) => mails.get(bodyOf<{ bookingId: string }>(answer).bookingId) !== 1,
  ).length;
}
