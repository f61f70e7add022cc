import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { aCoach, aType } from "#tests/support/people.ts";
import { type Answer, ask, codeOf } from "./ask.ts";
import type { BoardTest } from "./board.ts";
import { type Chance, chance, seedOfRun } from "./chance.ts";
import { letSessionsOverlap } from "./guards-off.ts";
import { acquaint, manyClients } from "./people.ts";
import { clientOverlaps, coachOverlaps } from "./sweep.ts";
import type { World } from "./world.ts";

const minute = 60_000;
const atOnce = 100;
const hoursAround = 7;

// Clocks of a whole hour, on either side of the ocean, and of half an hour.
const zones = ["Europe/Lisbon", "America/New_York", "Australia/Lord_Howe"] as const;

const kinds = [
  { kind: "first_conversation", minutes: 30, before: 0, after: 0 },
  { kind: "preparation", minutes: 50, before: 5, after: 15 },
  { kind: "integration", minutes: 90, before: 10, after: 30 },
] as const;

// Closed for half an hour in the small hours, where clocks change.
const hours = [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => [
  { weekday, from: "00:00", to: "04:30" },
  { weekday, from: "05:00", to: "24:00" },
]);

/** Sessions of several lengths that begin at any five minutes, around the hour at which clocks change. */
export const r2: BoardTest = {
  id: "R2",
  title: "Partial overlap race",
  isQuick: true,
  async run(world, { guard, quick }) {
    const seed = seedOfRun();
    const rounds = quick || !guard ? zones.length : 50;
    if (!guard) await letSessionsOverlap(world);
    const draw = chance(seed);
    const coaches: string[] = [];
    const answers: Answer[] = [];
    for (let round = 0; round < rounds; round++) {
      const raced = await race(world, zones[round % zones.length] ?? zones[0], draw);
      coaches.push(...raced.coaches);
      answers.push(...raced.answers);
    }
    const accepted = answers.filter(({ status }) => status === 200).length;
    const refused = answers.filter((one) => one.status === 409 && /taken|clash/.test(codeOf(one) ?? ""));
    const counts = {
      seed,
      accepted,
      refused: refused.length,
      otherAnswers: answers.length - accepted - refused.length,
      rows: await countRows(world, coaches),
      overlapsOfCoaches: await coachOverlaps(world, coaches),
      overlapsOfClients: await clientOverlaps(world, coaches),
    };
    return {
      tried: `${answers.length} wishes of 30, 50 and 90 minutes at any five minutes, ${atOnce} at once over 2 processes, for the ${2 * hoursAround} hours around a clock change in ${zones.join(", ")}`,
      counts,
      pass:
        counts.overlapsOfCoaches + counts.overlapsOfClients + counts.otherAnswers === 0 &&
        counts.rows === accepted &&
        accepted > 5 * rounds &&
        refused.length > 0,
    };
  },
};

async function race({ processes }: World, zone: string, draw: Chance) {
  const change = clockChange(zone);
  const coaches = await Promise.all([aCoach({ zone, hours }), aCoach({ zone, hours })]);
  const details = { step: 5, horizonDays: 365 };
  const types = await Promise.all(
    coaches.flatMap((coach) => kinds.map((kind) => aType(coach, { ...kind, ...details }))),
  );
  const people = await manyClients(30);
  await acquaint(people, coaches);
  const wishes = Array.from({ length: atOnce }, () => ({
    session: draw.oneOf(people).session,
    at: processes[draw.below(processes.length)] ?? processes[0],
    body: {
      typeId: draw.oneOf(types),
      start: new Date(change + (draw.below(hoursAround * 24) - hoursAround * 12) * 5 * minute).toISOString(),
      zone: draw.oneOf(zones),
    },
  }));
  const answers = await Promise.all(
    wishes.map(({ session, at, body }) => ask(at, "/api/bookings", { session, body, key: randomUUID() })),
  );
  return { coaches: coaches.map(({ id }) => id), answers };
}

/** When clocks change next, epoch ms. */
function clockChange(zone: string): number {
  const here = Temporal.Instant.fromEpochMilliseconds(Date.now()).toZonedDateTimeISO(zone);
  const next = here.getTimeZoneTransition("next");
  if (!next) throw new Error(`Clocks do not change in ${zone}`);
  return next.epochMilliseconds;
}

async function countRows({ look }: World, coachIds: string[]): Promise<number> {
  const [row] = await look`select count(*)::int as count from bookings where coach_id = any(${coachIds})`;
  return row?.count ?? 0;
}
