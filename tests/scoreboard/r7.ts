import { type Keeper, letPass } from "#tests/support/gate.ts";
import { planned } from "#tests/support/letters.ts";
import { type MailRoom, openMailRoom } from "#tests/support/mail-room.ts";
import type { BoardTest } from "./board.ts";
import { accountOf, openMail, passTime, until, withoutKey } from "./post.ts";
import { points, setTrap } from "./r7-points.ts";

// Longer than a claim lasts, and than the sweep waits for a job.
const leaseSeconds = 30;

/** The process that sends is killed just where it hurts, again and again. */
export const r7: BoardTest = {
  id: "R7",
  title: "Sender killed around a send",
  isQuick: true,
  async run(_, { guard, quick }) {
    const times = guard ? (quick ? 2 : 50) : 2;
    const room = await openMailRoom();
    try {
      const { hits, missed } = await killEverywhere(room, times, guard ? letPass : withoutKey);
      const account = await accountOf(room);
      const { accepted, lost, duplicates, notMarkedSent } = account;
      return {
        tried: `kill -9 at ${points.length} points, ${times} times each, and other senders after it`,
        counts: { ...hits, missed, ...account },
        pass: missed + lost + duplicates + notMarkedSent === 0 && accepted === account.planned,
      };
    } finally {
      await room.close();
    }
  },
};

async function killEverywhere(room: MailRoom, times: number, pass: Keeper) {
  const hits = Object.fromEntries(points.map(({ name }) => [name, 0]));
  let missed = 0;
  const plan = () => room.within(() => planned());
  let sender = await room.readySender();
  await sendAll(room, sender, pass, plan);
  sender = await room.readySender();
  for (let round = 0; round < times * points.length; round++) {
    const point = points[round % points.length] as (typeof points)[number];
    const id = await plan();
    const trap = await setTrap(room, point.name, id, pass);
    const [next] = await Promise.all([room.readySender(), sender.begin(), trap.sprung]);
    await sender.end("SIGKILL");
    await trap.release();
    const [row] = await room.look`select state from messages where id = ${id}`;
    if (row?.state === point.state) hits[point.name] = (hits[point.name] ?? 0) + 1;
    else missed += 1;
    await passTime(room, leaseSeconds);
    sender = next;
  }
  await sendAll(room, sender, pass, plan);
  return { hits, missed };
}

async function sendAll(
  room: MailRoom,
  sender: Awaited<ReturnType<MailRoom["readySender"]>>,
  pass: Keeper,
  plan: () => Promise<string>,
): Promise<void> {
  room.gate.keeper = pass;
  await plan();
  await sender.begin();
  await until("all mail is out", async () => (await openMail(room)) === 0, 60);
  await sender.end("SIGKILL");
}
