import { randomUUID } from "node:crypto";
import { asSystem } from "#db/client.ts";
import { journeyMembers, journeys } from "#db/schema/index.ts";
import { aClient, aCoach, aSession, aType, type Client } from "#tests/support/people.ts";
import { type Answer, ask, bodyOf } from "./ask.ts";
import type { Chance } from "./chance.ts";
import type { World } from "./world.ts";

const hour = 3_600_000;
const day = 24 * hour;

type Desk = { id: string; session: string; types: { alone: string; asked: string; two: string } };
type Person = Client & { session: string };

/** A booking from its beginning to its end, of one or of two. */
export type Life = { id: string; people: Person[]; desk: Desk; journey: string; draw: Chance };

// What people are called, and what would be something else to a calendar.
const names = [
  "Ada",
  'Zoë "Zed" O’Hara; Núñez, the 2nd',
  "Nguyễn Thị Minh Khai",
  "李小龍",
  "عبد الرحمن بن عوف",
  "🌿🧿 Åsa \\n Ödegård",
  "ü".repeat(80),
  "a b\u2028c\u0085d",
  "👩‍👩‍👧‍👦".repeat(6),
  "METHOD:CANCEL",
  "-;=:,^n^'",
];
const zones = Intl.supportedValuesOf("timeZone");

export async function aDesk(draw: Chance): Promise<Desk> {
  const coach = await aCoach({ name: draw.oneOf(names), zone: draw.oneOf(zones), isAwake: true });
  // On every quarter hour, since some zones are three quarters of one away from the hours of others.
  const rules = { cutOff: 0, horizonDays: 365, step: 15, place: draw.oneOf(names) };
  const asked = { ...rules, mode: "request" as const };
  return {
    id: coach.id,
    session: await aSession(coach, { now: Date.now() + hour }),
    types: {
      alone: await aType(coach, { ...rules, kind: "integration", minutes: 45 }),
      asked: await aType(coach, { ...asked, minutes: 50 }),
      two: await aType(coach, { ...asked, kind: "couple", openTo: "couples" }),
    },
  };
}

export async function aLife(desk: Desk, draw: Chance): Promise<Life> {
  const people: Person[] = [];
  const count = 1 + Number(draw.isOneIn(3));
  while (people.length < count) {
    const person = await aClient({ name: draw.oneOf(names), zone: draw.oneOf(zones) });
    people.push(Object.assign(person, { session: await aSession(person, { now: Date.now() + hour }) }));
  }
  return { id: "", people, desk, journey: await aJourney(desk, people), draw };
}

async function aJourney({ id: coachId }: Desk, people: Person[]): Promise<string> {
  const kind = people.length > 1 ? ("couple" as const) : ("individual" as const);
  return asSystem("the scoreboard needs a journey", async (tx) => {
    const [journey] = await tx.insert(journeys).values({ coachId, kind }).returning({ id: journeys.id });
    const journeyId = journey?.id ?? "";
    const member = { journeyId, coachId, kind };
    await tx.insert(journeyMembers).values(people.map(({ id: clientId }) => ({ ...member, clientId })));
    return journeyId;
  });
}

let hours = 0;
/** An hour that nobody else wants. */
const anHour = () => new Date(Math.ceil(Date.now() / day) * day + 2 * day + ++hours * hour).toISOString();

/** Booked at once, asked for, or put into the book by the coach. */
export async function begin(world: World, life: Life): Promise<void> {
  const { people, desk, draw, journey: journeyId } = life;
  const isTwo = people.length > 1;
  const start = anHour();
  const typeId = isTwo ? desk.types.two : draw.oneOf([desk.types.alone, desk.types.asked]);
  const made = draw.isOneIn(3)
    ? asCoach(world, life, "", { journeyId, typeId, start, mail: true })
    : asClient(world, life, "", { typeId, start, zone: draw.oneOf(zones) });
  life.id = bodyOf<{ bookingId: string }>(await made).bookingId;
  if (draw.below(3) > 0) await settle(world, life);
}

/** What was asked for is agreed to and confirmed, most times; what stands is moved, by either side. */
export async function change(world: World, life: Life): Promise<void> {
  const { draw } = life;
  if ((await standing(world, life)) === "requested" && draw.below(3) > 0) return settle(world, life);
  if (draw.isOneIn(2)) await asClient(world, life, "/move", { start: anHour(), zone: draw.oneOf(zones) });
  else await asCoach(world, life, "/move", { start: anHour(), mail: true });
}

export async function end(world: World, life: Life): Promise<void> {
  const { draw } = life;
  if ((await standing(world, life)) === "requested") {
    if (draw.isOneIn(2)) await asCoach(world, life, "/decline", { sentence: "I am away then" });
    else await asClient(world, life, "/cancel", {});
  } else if (draw.isOneIn(3)) await asClient(world, life, "/cancel", {});
  else if (draw.isOneIn(2)) await asCoach(world, life, "/cancel", { mail: true });
  else await asCoach(world, life, "/mark", { as: "late_cancelled", counts: true });
}

async function settle(world: World, life: Life): Promise<void> {
  if ((await standing(world, life)) !== "requested") return;
  for (const person of life.people)
    if (life.people.length > 1) await asClient(world, life, "/agree", {}, person);
  await asCoach(world, life, "/confirm", {});
}

async function standing({ look }: World, { id }: Life): Promise<string> {
  const [row] = await look<{ status: string }[]>`select status from bookings where id = ${id}`;
  return row?.status ?? "";
}

function asClient(
  world: World,
  life: Life,
  what: string,
  body: object,
  person = life.draw.oneOf(life.people),
) {
  const path = `/api/bookings${what && `/${life.id}${what}`}`;
  return done(world, life, path, person.session, body);
}

function asCoach(world: World, life: Life, what: string, body: object): Promise<Answer> {
  const path = `/api/coach/bookings${what && `/${life.id}${what}`}`;
  return done(world, life, path, life.desk.session, body);
}

async function done({ processes }: World, { draw }: Life, path: string, session: string, body: object) {
  const answer = await ask(draw.oneOf(processes), path, { session, body, key: randomUUID() });
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status} ${answer.text}`);
  return answer;
}
