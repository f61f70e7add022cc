import { randomUUID } from "node:crypto";
import { type DatabaseGate, startDatabaseGate } from "#tests/support/database-gate.ts";
import { aCoach, aType } from "#tests/support/people.ts";
import { startProcess } from "#tests/support/portal.ts";
import { testSettings } from "#tests/support/settings.ts";
import { type Answer, ask, bodyOf } from "./ask.ts";
import type { BoardTest, Outcome } from "./board.ts";
import { manyClients, type SignedIn } from "./people.ts";
import { arrivals } from "./post.ts";
import { untilMailIsOut } from "./state.ts";
import type { World } from "./world.ts";

const hour = 3_600_000;

type Click = { client: SignedIn; key: string; body: object };
type Clicked = Click & { heard: boolean; retried: Answer };
type Play = { kills: number; each: number; retryKey?: (key: string) => string };

/** A server process dies when the database has said yes to a booking, and before anybody has heard of it. */
export const r8: BoardTest = {
  id: "R8",
  title: "Server killed between commit and answer",
  isQuick: true,
  async run(world, { guard, quick }) {
    if (!guard) return withoutGuards(world);
    const { kills, each } = quick ? { kills: 2, each: 5 } : { kills: 50, each: 2 };
    const counts = await play(world, { kills, each });
    const { bookings, heardAnyway, otherAnswers, notOneBooking, notOneMessage, notOneMail } = counts;
    return {
      tried: `kill -9 ${kills} times with ${each} bookings committed and unanswered, each asked for again by its key`,
      counts,
      pass:
        bookings === kills * each &&
        heardAnyway + otherAnswers + notOneBooking + notOneMessage + notOneMail === 0,
    };
  },
};

async function play(world: World, { kills, each, retryKey = (key) => key }: Play) {
  const type = await aType(await aCoach({ isAwake: true }), { minutes: 30, step: 60, horizonDays: 365 });
  const people = await manyClients(each);
  const first = Math.ceil(Date.now() / hour) * hour + 48 * hour;
  const clickOf = (client: SignedIn, at: number): Click => {
    const start = new Date(first + at * hour).toISOString();
    return { client, key: randomUUID(), body: { typeId: type, start, zone: "UTC" } };
  };
  const gate = await startDatabaseGate(world.database.url);
  const begin = () =>
    startProcess({
      ...testSettings,
      DATABASE_URL: gate.url,
      RESEND_BASE_URL: world.mailbox,
      TRUST_PROXY: "1",
    });
  const clicked: Clicked[] = [];
  try {
    let next = begin();
    for (let kill = 0; kill < kills; kill++) {
      const doomed = await next;
      if (kill + 1 < kills) next = begin();
      const clicks = people.map((client, at) => clickOf(client, kill * each + at));
      const news = clicks.map(({ key }) => newsOf(world, gate, key));
      const answers = clicks.map(({ client: { session }, key, body }) =>
        ask(doomed, "/api/bookings", { session, key, body }).then(
          () => true,
          () => false,
        ),
      );
      await Promise.all(news);
      await doomed.kill("SIGKILL");
      const heard = await Promise.all(answers);
      const again = await Promise.all(
        clicks.map(({ client: { session }, key, body }) =>
          ask(world.processes[0], "/api/bookings", { session, key: retryKey(key), body }),
        ),
      );
      for (const [at, click] of clicks.entries())
        clicked.push({ ...click, heard: heard[at] ?? false, retried: again[at] as Answer });
    }
  } finally {
    await gate.stop();
  }
  await untilMailIsOut(world);
  return countUp(world, clicked);
}

/** Settles when the booking with this key is in the database, and keeps the news of it from the process. */
function newsOf({ look }: World, gate: DatabaseGate, key: string): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  gate.held.set(key, async () => {
    const made = await look`select 1 from bookings where idempotency_key = ${key}`;
    if (made.length > 0) resolve();
    return made.length > 0;
  });
  return promise;
}

async function countUp(world: World, clicked: Clicked[]) {
  const keys = clicked.map(({ key }) => key);
  const rows = await world.look<{ id: string; key: string; messages: string[] }[]>`
    select id, idempotency_key as key,
      array(select m.id from messages m where m.booking_id = b.id and m.kind = 'booking_confirmed') as messages
    from bookings b where idempotency_key = any(${keys})`;
  const arrived = await arrivals(world);
  const answered = ({ retried }: Clicked) =>
    retried.status === 200 ? bodyOf<{ bookingId: string }>(retried).bookingId : undefined;
  const mailsOf = ({ messages }: { messages: string[] }) =>
    messages.reduce((sum, id) => sum + (arrived.get(id) ?? 0), 0);
  return {
    bookings: rows.length,
    heardAnyway: clicked.filter(({ heard }) => heard).length,
    otherAnswers: clicked.filter((one) => answered(one) !== rows.find(({ key }) => key === one.key)?.id)
      .length,
    notOneBooking: clicked.filter((one) => rows.filter(({ key }) => key === one.key).length !== 1).length,
    notOneMessage: rows.filter(({ messages }) => messages.length !== 1).length,
    notOneMail: rows.filter((row) => mailsOf(row) !== 1).length,
  };
}

/** First each click has a new key; then a booking loses its letter on the way to the table. */
async function withoutGuards(world: World): Promise<Outcome> {
  const newKeys = await play(world, { kills: 1, each: 3, retryKey: () => randomUUID() });
  await world.look.unsafe(`
    create function lose_it() returns trigger language plpgsql as $$ begin return null; end $$;
    create trigger lose_it before insert on messages for each row execute function lose_it()`);
  const noLetters = await play(world, { kills: 1, each: 3 });
  return {
    tried: "another key for the second click, and letters that are lost when they are planned",
    counts: { otherAnswers: newKeys.otherAnswers, notOneMail: noLetters.notOneMail },
    pass: newKeys.otherAnswers === 0 || noLetters.notOneMail === 0,
  };
}
