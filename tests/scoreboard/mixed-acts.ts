import { randomUUID } from "node:crypto";
import { expireRequests } from "#lib/bookings/commands/expire-requests.ts";
import { releaseStaleHolds } from "#lib/bookings/commands/release-holds.ts";
import { type Answer, ask } from "./ask.ts";
import type { Desk, Scene } from "./mixed-scene.ts";
import type { SignedIn } from "./people.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Nothing where there is nothing to do it to. */
type Act = (scene: Scene) => Promise<Answer[]>;
type Found = { id: string; coach: string; client: string | null; email: string | null; other: string | null };

const zone = "Europe/Lisbon";
const despite = ["past", "notice", "closed", "buffers"];

/** What people do with bookings, and how often for each time that somebody cancels. */
const acts: Record<string, [times: number, act: Act]> = {
  book: [6, (scene) => wish(scene, "first", scene.draw.oneOf(scene.alone))],
  "ask together": [3, askTogether],
  "want one time": [2, wantOneTime],
  ask: [3, (scene) => wish(scene, "asked", scene.draw.oneOf(scene.alone))],
  "ask as two": [4, (scene) => wish(scene, "shared", scene.draw.oneOf(scene.inTwos))],
  hold: [4, hold],
  "confirm a hold": [4, (scene) => asVisitor(scene, "confirm")],
  "release a hold": [1, (scene) => asVisitor(scene, "release")],
  agree: [4, (scene) => asClient(scene, "agree", ["requested"], () => ({}))],
  move: [6, (scene) => asClient(scene, "move", ["requested", "confirmed"], soon)],
  cancel: [1, (scene) => asClient(scene, "cancel", ["requested", "confirmed"], () => ({}))],
  accept: [4, (scene) => asClient(scene, "accept", ["requested"], accepting, true)],
  confirm: [4, (scene) => asCoach(scene, "confirm", ["requested"], () => ({}))],
  decline: [2, (scene) => asCoach(scene, "decline", ["requested"], () => ({ sentence: "I am away" }))],
  propose: [4, (scene) => asCoach(scene, "propose", ["requested"], proposing)],
  "move for a client": [3, (scene) => asCoach(scene, "move", ["requested", "confirmed"], movingForClient)],
  "cancel for a client": [1, (scene) => asCoach(scene, "cancel", ["confirmed"], () => ({ mail: true }))],
  mark: [3, (scene) => asCoach(scene, "mark", ["confirmed", "completed", "no_show"], marking, true)],
  "book for a client": [2, (scene) => bookForClient(scene, soonStart(scene))],
  "write up": [2, (scene) => bookForClient(scene, scene.draw.below(400) * -15 * minute - hour)],
  "time passes": [2, letTimePass],
};

const everyAct = Object.entries(acts).flatMap(([name, [times, act]]) =>
  Array<[string, Act]>(times).fill([name, act]),
);

/** Does one thing that somebody might do, and gives how it was answered. */
export async function actAtRandom(scene: Scene): Promise<{ name: string; answers: Answer[] }> {
  const [name, act] = scene.draw.oneOf(everyAct);
  return { name, answers: await act(scene) };
}

async function send(
  { world: { processes }, draw }: Scene,
  path: string,
  session: string | undefined,
  body: object,
): Promise<Answer[]> {
  return [await ask(draw.oneOf(processes), path, { session, body, key: randomUUID() })];
}

// Little time for many, so that they get in each other's way. Days have the hours that are open in UTC.
function soonStart({ draw }: Scene, daysOn = draw.below(3)): number {
  const tomorrow = Math.ceil(Date.now() / day) * day;
  return tomorrow + daysOn * day + 9 * hour + draw.below(32) * 15 * minute - Date.now();
}

const at = (fromNow: number) => new Date(Math.round((Date.now() + fromNow) / minute) * minute).toISOString();
const soon = (scene: Scene) => ({ start: at(soonStart(scene)), zone });
const movingForClient = (scene: Scene) => ({ start: at(soonStart(scene)), mail: true, despite });

function wish(scene: Scene, type: keyof Desk["types"], { session }: SignedIn) {
  const typeId = scene.draw.oneOf(scene.desks).types[type];
  return send(scene, "/api/bookings", session, { typeId, ...soon(scene) });
}

/** Several want the very same time, on some day that may have nothing yet. */
async function wantOneTime(scene: Scene): Promise<Answer[]> {
  const typeId = scene.draw.oneOf(scene.desks).types.first;
  const wish = { typeId, start: at(soonStart(scene, scene.draw.below(50))), zone };
  const wishes = Array.from({ length: 4 }, () =>
    send(scene, "/api/bookings", scene.draw.oneOf(scene.alone).session, wish),
  );
  return (await Promise.all(wishes)).flat();
}

/** More than a day may have, on one day and at several hours. */
async function askTogether(scene: Scene): Promise<Answer[]> {
  const [typeId, daysOn] = [scene.draw.oneOf(scene.desks).types.asked, scene.draw.below(50)];
  const wishes = Array.from({ length: 4 }, () => {
    const { session } = scene.draw.oneOf(scene.alone);
    return send(scene, "/api/bookings", session, { typeId, start: at(soonStart(scene, daysOn)), zone });
  });
  return (await Promise.all(wishes)).flat();
}

function hold(scene: Scene) {
  const { email } = scene.draw.oneOf(scene.alone);
  const typeId = scene.draw.oneOf(scene.desks).types.first;
  return send(scene, "/api/holds", undefined, {
    typeId,
    ...soon(scene),
    name: "Ada",
    email,
    adult: true,
  });
}

async function asVisitor(scene: Scene, what: "confirm" | "release") {
  const found = await findOne(scene, ["held"]);
  if (!found?.email) return [];
  const person = scene.alone.find(({ email }) => email === found.email);
  return send(scene, `/api/holds/${found.id}/${what}`, person?.session, {});
}

function bookForClient(scene: Scene, fromNow: number) {
  const { session, types, journeys } = scene.draw.oneOf(scene.desks);
  const body = { journeyId: scene.draw.oneOf(journeys), typeId: types.first, start: at(fromNow) };
  return send(scene, "/api/coach/bookings", session, { ...body, mail: true, despite });
}

type Make = (scene: Scene, found: Found) => object;

async function asClient(scene: Scene, what: string, statuses: string[], make: Make, isProposed = false) {
  const found = await findOne(scene, statuses, { isProposed });
  const person = [...scene.alone, ...scene.inTwos].find(({ id }) => id === found?.client);
  if (!found || !person) return [];
  return send(scene, `/api/bookings/${found.id}/${what}`, person.session, make(scene, found));
}

async function asCoach(scene: Scene, what: string, statuses: string[], make: Make, isOver = false) {
  const found = await findOne(scene, statuses, { isOver });
  if (!found) return [];
  const desk = scene.desks.find(({ id }) => id === found.coach);
  return send(scene, `/api/coach/bookings/${found.id}/${what}`, desk?.session, make(scene, found));
}

const accepting = (_: Scene, { other }: Found) => ({ proposalId: other ?? randomUUID() });

// A coach who looks for other times finds some that are free.
function proposing(scene: Scene) {
  const starts = Array.from({ length: 1 + scene.draw.below(3) }, () =>
    at(soonStart(scene, scene.draw.below(14))),
  );
  return { starts: [...new Set(starts)] };
}

function marking({ draw }: Scene) {
  const as = draw.oneOf(["completed", "completed", "no_show", "unmarked", "late_cancelled"]);
  return { as, counts: draw.isOneIn(2) };
}

/** A booking that stands so, with one who comes to it. Now and then any at all, to be refused. */
async function findOne(
  { world: { look }, desks, draw }: Scene,
  statuses: string[],
  { isProposed = false, isOver = false } = {},
): Promise<Found | undefined> {
  const any = draw.isOneIn(8);
  const [found] = await look<Found[]>`
    select b.id, b.coach_id as coach, a.client_id as client, b.held_email as email, p.id as other
    from bookings b left join booking_attendees a on a.booking_id = b.id
    left join bookings p on p.proposed_for = b.id and p.status = 'held'
    where b.coach_id = any(${desks.map(({ id }) => id)})
      and (${any} or (b.status::text = any(${statuses}) and (not ${isProposed} or p.id is not null)
        and (not ${isOver} or lower(b.during) < now())))
    order by random() limit 1`;
  return found;
}

/** A time that is held, or asked for, has been so for long enough; and the portal's own clock comes by. */
async function letTimePass({ world: { look }, desks, draw }: Scene): Promise<Answer[]> {
  const { id } = draw.oneOf(desks);
  await look`update bookings set hold_expires = now() where id in (
    select id from bookings where coach_id = ${id} and status = 'held' order by random() limit 1) and status = 'held'`;
  if (draw.isOneIn(3)) await releaseStaleHolds(Date.now());
  if (draw.isOneIn(10)) await expireRequests(Math.ceil(Date.now() / day) * day + 10 * hour);
  return [];
}
