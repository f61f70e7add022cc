import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { viewerOf } from "#lib/auth/proven.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { bookSlot } from "#lib/bookings/commands/book-slot.ts";
import { type Keeper, letPass } from "#tests/support/gate.ts";
import { planned } from "#tests/support/letters.ts";
import { type MailRoom, openMailRoom } from "#tests/support/mail-room.ts";
import { aCoach, aType } from "#tests/support/people.ts";
import type { BoardTest, Outcome } from "./board.ts";
import { type Chance, chance, seedOfRun } from "./chance.ts";
import { lanesPassedBy } from "./lane-order.ts";
import { manyClients, type SignedIn } from "./people.ts";
import { accountOf, endClaims, mostInASecond, openMail, until, withoutKey } from "./post.ts";

const hour = 3_600_000;
const perSecond = 20;
const ofEachCoach = 50;

/** Sessions are booked, and people want to come in, while the sender is killed about once a second. */
export const m1: BoardTest = {
  id: "M1",
  title: "Booking while the sender is killed",
  isQuick: true,
  async run(_, { guard, quick }) {
    const seed = seedOfRun();
    if (!guard) return withoutGuards(seed);
    const sessions = quick ? 70 : 500;
    const { kills, ...counts } = await play({ seed, sessions, rate: perSecond, isPatient: !quick });
    const { planned: letters, accepted, lost, duplicates, notMarkedSent } = counts;
    return {
      tried: `${sessions} sessions booked, a way in for every tenth, ${kills} times kill -9 at random, ${perSecond} mails a second`,
      counts: { seed, kills, ...counts },
      pass:
        letters >= sessions &&
        accepted === letters &&
        kills > 0 &&
        lost + duplicates + notMarkedSent + counts.passedBy === 0 &&
        counts.mostInASecond <= perSecond,
    };
  },
};

type Play = {
  seed: number;
  sessions: number;
  rate: number;
  /** Whether what a dead sender had in hand waits until its claim has run out by the clock. */
  isPatient?: boolean;
  prepare?: (room: MailRoom) => unknown;
};

async function play({ seed, sessions, rate, isPatient = false, prepare }: Play) {
  const draw = chance(seed);
  const room = await openMailRoom({ MAIL_PER_SECOND: String(rate) });
  try {
    room.gate.keeper = slow(draw);
    await prepare?.(room);
    const booking = room.within(() => bookAll(sessions, draw));
    const kills = await killUntil(room, booking, draw, isPatient);
    return {
      kills,
      ...(await accountOf(room)),
      inHandWhenKilled: await takenUpAgain(room),
      passedBy: await lanesPassedBy(room),
      mostInASecond: await mostInASecond(room),
    };
  } finally {
    await room.close();
  }
}

// As far away as Resend is, so that a sender that dies often has letters in hand.
const slow =
  (draw: Chance, least = 100): Keeper =>
  async (_, pass) => {
    await pass();
    await pause(least + draw.below(200));
  };

async function bookAll(sessions: number, draw: Chance): Promise<void> {
  const first = Math.ceil(Date.now() / hour) * hour + 48 * hour;
  let [typeId, people]: [string, SignedIn[]] = ["", []];
  for (let at = 0; at < sessions; at++) {
    if (at % ofEachCoach === 0)
      [typeId, people] = [
        await aType(await aCoach({ isAwake: true }), { minutes: 30, step: 60, horizonDays: 365 }),
        await manyClients(10),
      ];
    const { id } = draw.oneOf(people);
    const client = viewerOf({ userId: id, role: "client", sessionId: randomUUID() }) as ClientViewer;
    // Each at another hour, so that nobody is in two places.
    await bookSlot(client, { typeId, start: first + at * hour, zone: "UTC" }, randomUUID(), Date.now());
    if (at % 10 === 9) await planned({ kind: "sign_in", expiresAt: Date.now() + 15 * 60_000 });
  }
}

/** One sender after the other, until all is booked and all mail is out; the last one lives. */
async function killUntil(room: MailRoom, booking: Promise<void>, draw: Chance, isPatient: boolean) {
  let isBooked = false;
  const end = () => {
    isBooked = true;
  };
  booking.then(end, end);
  let kills = 0;
  let sender = await room.readySender();
  await sender.begin();
  while (!isBooked || (await openMail(room)) > 0) {
    const next = room.readySender();
    await Promise.all([next, pause(500 + draw.below(1_000))]);
    await sender.end("SIGKILL");
    kills += 1;
    sender = await next;
    if (!isPatient) await endClaims(room);
    await sender.begin();
  }
  await booking;
  await until("all mail is out", async () => (await openMail(room)) === 0);
  return kills;
}

async function takenUpAgain({ look }: MailRoom): Promise<number> {
  const [again] = await look<{ count: number }[]>`
    select count(*)::int as count from messages where attempts > 1`;
  return again?.count ?? 0;
}

/** First each try has a key of its own and the last lane is the first; then nobody keeps to the rate. */
async function withoutGuards(seed: number): Promise<Outcome> {
  const upsideDown = await play({
    seed,
    sessions: 60,
    rate: perSecond,
    async prepare(room) {
      const far = slow(chance(seed), 600);
      room.gate.keeper = (post, pass) => far(post, () => withoutKey(post, pass));
      await room.look.unsafe(`
        create function turn_round() returns trigger language plpgsql as $$ begin
          new.priority := -new.priority; return new; end $$;
        create trigger turn_round before insert on pgboss.job for each row execute function turn_round()`);
    },
  });
  // As if it had been told to keep to four a second.
  const hasty = await play({
    seed,
    sessions: 30,
    rate: 100,
    prepare(room) {
      room.gate.keeper = letPass;
    },
  });
  return {
    tried: "new keys and lanes upside down, then too fast",
    counts: {
      duplicates: upsideDown.duplicates,
      passedBy: upsideDown.passedBy,
      mostInASecond: hasty.mostInASecond,
    },
    pass: upsideDown.duplicates === 0 || upsideDown.passedBy === 0 || hasty.mostInASecond <= 5,
  };
}
