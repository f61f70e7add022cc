import { setTimeout as pause } from "node:timers/promises";
import type { Keeper } from "#tests/support/gate.ts";
import { planned } from "#tests/support/letters.ts";
import { type MailRoom, openMailRoom } from "#tests/support/mail-room.ts";
import type { BoardTest } from "./board.ts";
import { hashOf, plannedBytes, rewritePlanned } from "./planned-bytes.ts";
import { arrivals, passTime, until } from "./post.ts";

const minute = 60;
const hour = 60 * minute;
const refused = { fault: "429", retryAfterSeconds: 1 };

/** Resend is away for six hours, and then for a day; a later release takes over in between. */
export const r10: BoardTest = {
  id: "R10",
  title: "Resend down for hours",
  isQuick: false,
  async run(_, { guard, quick }) {
    const steps = quick || !guard ? 3 : 12;
    const each = quick || !guard ? 3 : 10;
    const room = await openMailRoom();
    try {
      const tries = new Map<string, Set<string>>();
      const away = await sixHours(room, { steps, each, tries, guard });
      const edge = await aDay(room, { each, tries });
      const otherBytes = countOtherBytes(tries, new Map([...away.bytes, ...edge.bytes]));
      const counts = { ...away.counts, ...edge.counts, triedInAll: tries.size, otherBytes };
      const { letters, accepted, triedInAll, ...bad } = counts;
      return {
        tried: `6 h in ${steps} steps with every letter tried in each, another sender with other words meanwhile; then 23 h 30 with answers lost before`,
        counts,
        pass: accepted === letters && Object.values(bad).every((count) => count === 0),
      };
    } finally {
      await room.close();
    }
  },
};

type Tries = Map<string, Set<string>>;

/** Notes the bytes of each try, and then does as `next` says. */
function noting(tries: Tries, next: Keeper): Keeper {
  return (post, pass) => {
    const known = tries.get(post.messageId) ?? new Set();
    tries.set(post.messageId, known.add(hashOf(post.body)));
    return next(post, pass);
  };
}

const up: Keeper = (_, pass) => pass();
const down: Keeper = () => Promise.reject(new Error("down"));
const takenUnanswered: Keeper = async (_, pass) => {
  await pass();
  throw new Error("The answer is lost");
};

type Six = { steps: number; each: number; tries: Tries; guard: boolean };

async function sixHours(room: MailRoom, { steps, each, tries, guard }: Six) {
  const bytes = new Map<string, string>();
  const letters: string[] = [];
  const expired: string[] = [];
  const plan = async (into: string[], count: number, details: Parameters<typeof planned>[0] = {}) => {
    for (let one = 0; one < count; one++) {
      const id = await room.within(() => planned(details));
      into.push(id);
      bytes.set(id, await plannedBytes(room, id));
    }
  };
  const aWayIn = () => ({ kind: "sign_in" as const, expiresAt: Date.now() + 15 * minute * 1_000 });

  let sender = await room.readySender();
  await sender.begin();
  room.gate.keeper = noting(tries, takenUnanswered);
  await plan(letters, each);
  await untilTried(room);
  room.gate.keeper = noting(tries, down);
  for (let step = 0; step < steps; step++) {
    await plan(letters, 1);
    await plan(expired, 1, aWayIn());
    await untilTried(room);
    if (step === Math.floor(steps / 2)) {
      await sender.end("SIGKILL");
      sender = await room.readySender({
        MAIL_FROM: "Another <other@example.org>",
        REWORDED: "Hello=>Good day",
      });
      if (!guard) await rewritePlanned(room);
      await sender.begin();
    }
    await passTime(room, (6 * hour) / steps);
    await untilTried(room);
  }
  await plan(letters, 1, aWayIn());
  room.gate.keeper = noting(tries, up);
  await passTime(room, minute);
  await untilAllEnded(room);
  await sender.end("SIGTERM");

  const arrived = await arrivals(room);
  const ends = await endsOf(room);
  const times = (id: string) => arrived.get(id) ?? 0;
  return {
    bytes,
    counts: {
      letters: letters.length,
      accepted: letters.reduce((sum, id) => sum + times(id), 0),
      lost: letters.filter((id) => times(id) === 0 || ends.get(id)?.state !== "sent").length,
      duplicates: letters.filter((id) => times(id) > 1).length,
      oddEnds: letters.filter((id) => ends.get(id)?.error).length,
      expiredSent: expired.filter((id) => times(id) > 0).length,
      expiredKept: expired.filter((id) => ends.get(id)?.state !== "dropped" || ends.get(id)?.kept).length,
    },
  };
}

async function aDay(room: MailRoom, { each, tries }: { each: number; tries: Tries }) {
  const bytes = new Map<string, string>();
  const plan = async () => {
    const ids = await room.within(() => Promise.all(Array.from({ length: each }, () => planned())));
    for (const id of ids) bytes.set(id, await plannedBytes(room, id));
    return ids;
  };
  const sender = await room.readySender();
  room.gate.keeper = noting(tries, takenUnanswered);
  const unknown = await plan();
  await sender.begin();
  await untilTried(room);
  room.gate.keeper = noting(tries, up);
  await arm(room, each);
  const sure = await plan();
  await until("they are refused", async () => (await armed(room)) === 0);
  room.gate.keeper = noting(tries, down);
  await passTime(room, 23.5 * hour);
  room.gate.keeper = noting(tries, up);
  await untilAllEnded(room);
  await sender.end("SIGTERM");

  const arrived = await arrivals(room);
  const ends = await endsOf(room);
  const is = (state: string) => (id: string) => ends.get(id)?.state === state && arrived.get(id) === 1;
  return {
    bytes,
    counts: {
      unknownNotLeftUnsure: unknown.filter((id) => !is("unsure")(id)).length,
      refusedNotSent: sure.filter((id) => !is("sent")(id)).length,
    },
  };
}

const arm = ({ mailbox }: MailRoom, times: number) =>
  fetch(`${mailbox}/faults`, { method: "POST", body: JSON.stringify({ ...refused, times }) });

async function armed({ mailbox }: MailRoom): Promise<number> {
  return ((await (await fetch(`${mailbox}/faults`)).json()) as unknown[]).length;
}

/** Nothing is due that has not been tried. */
const untilTried = ({ look }: MailRoom) =>
  until("all that is due has been tried", async () => {
    const due = await look`select from messages where state = 'sending'
      or (state = 'planned' and coalesce(not_before, created_at) <= now())`;
    return due.length === 0;
  });

async function untilAllEnded(room: MailRoom): Promise<void> {
  for (let later = 0; later < 4; later++) {
    await untilTried(room);
    const open = await room.look`select from messages where state in ('planned', 'sending')`;
    if (open.length === 0) return;
    await pause(100);
    await passTime(room, 40 * minute);
  }
  throw new Error("Some mail waits yet");
}

async function endsOf({ look }: MailRoom) {
  const rows = await look<{ id: string; state: string; error: string | null; kept: boolean }[]>`
    select id, state, last_error as error, payload is not null as kept from messages`;
  return new Map(rows.map((row) => [row.id, row]));
}

function countOtherBytes(tries: Tries, bytes: Map<string, string>): number {
  return [...tries].filter(([id, hashes]) => hashes.size !== 1 || !hashes.has(bytes.get(id) ?? "")).length;
}
