import { setTimeout as pause } from "node:timers/promises";
import { letPass } from "#tests/support/gate.ts";
import { planned } from "#tests/support/letters.ts";
import { type MailRoom, openMailRoom } from "#tests/support/mail-room.ts";
import type { BoardTest } from "./board.ts";
import { seedOfRun } from "./chance.ts";
import { accountOf, mostInASecond, openMail, withoutKey } from "./post.ts";

const shares = [
  { fault: "429", share: 0.3, retryAfterSeconds: 1 },
  { fault: "500", share: 0.2 },
  { fault: "hang", share: 0.1 },
  { fault: "accept-then-drop", share: 0.1 },
  { fault: "409", share: 0.05 },
];
const perSecond = 3;
// One in so many is a way in, for which somebody waits.
const signInShare = 5;

/** Three in four requests go wrong, each in its way, while two processes send and people want to come in. */
export const r9: BoardTest = {
  id: "R9",
  title: "Faults of Resend",
  isQuick: false,
  async run(_, { guard, quick }) {
    const seed = seedOfRun();
    const mails = guard ? (quick ? 60 : 500) : 30;
    const room = await openMailRoom({ MAIL_PER_SECOND: String(guard ? perSecond : 40) });
    try {
      room.gate.keeper = guard ? letPass : withoutKey;
      await armShares(room, seed);
      const senders = await Promise.all([room.readySender(), room.readySender()]);
      await Promise.all(senders.map((sender) => sender.begin()));
      await sendAll(room, mails);
      const account = await accountOf(room);
      const most = await mostInASecond(room);
      const signIn = await signInSeconds(room);
      const { accepted, lost, duplicates, notMarkedSent } = account;
      return {
        tried: `${mails} mails, every ${signInShare}th a way in, at ${perSecond} a second; 30 % 429, 20 % 500, 10 % no answer, 10 % taken and unanswered, 5 % 409`,
        counts: { seed, ...account, mostInASecond: most, signInP50s: signIn(0.5), signInP95s: signIn(0.95) },
        pass:
          accepted === mails &&
          lost + duplicates + notMarkedSent === 0 &&
          most <= perSecond &&
          signIn(0.95) < 10,
      };
    } finally {
      await room.close();
    }
  },
};

async function armShares({ mailbox }: MailRoom, seed: number): Promise<void> {
  const armed = await fetch(`${mailbox}/fault-shares`, {
    method: "POST",
    body: JSON.stringify({ seed, shares }),
  });
  if (!armed.ok) throw new Error(await armed.text());
}

async function sendAll(room: MailRoom, mails: number): Promise<void> {
  const signIns = Math.floor(mails / signInShare);
  await room.within(async () => {
    for (let count = signIns; count < mails; count++) await planned();
    for (let count = 0; count < signIns; ) {
      await hurry(room);
      const [done] = await room.look<{ share: number }[]>`
        select (count(*) filter (where state = 'sent'))::float8 / count(*) as share
        from messages where lane = 'booking'`;
      if ((done?.share ?? 0) >= count / signIns) {
        await planned({ kind: "sign_in", expiresAt: Date.now() + 15 * 60_000 });
        count += 1;
      }
      await pause(500);
    }
  });
  while ((await openMail(room)) > 0) {
    await hurry(room);
    await pause(500);
  }
}

// What has failed often waits for minutes. Nothing is to be seen meanwhile.
async function hurry({ look }: MailRoom): Promise<void> {
  await look`update messages set not_before = now() + '5 s'
    where state = 'planned' and not_before > now() + interval '10 s'`;
  await look`update pgboss.job set start_after = now() + '5 s'
    where name = 'send-mail' and state = 'created' and start_after > now() + interval '10 s'`;
}

/** Between planning a way in and the mailbox having it: the one that so large a share of them is not above. */
async function signInSeconds({ look, mailbox }: MailRoom): Promise<(share: number) => number> {
  const rows = await look<{ id: string; at: number }[]>`
    select id, (extract(epoch from created_at) * 1000)::float8 as at from messages where lane = 'sign-in'`;
  const mails = (await (await fetch(`${mailbox}/messages`)).json()) as {
    createdAt: string;
    tags: { value: string }[];
  }[];
  const came = new Map(mails.map(({ createdAt, tags: [tag] }) => [tag?.value, Date.parse(createdAt)]));
  const waits = rows
    .map(({ id, at }) => (came.get(id) ?? Number.POSITIVE_INFINITY) - at)
    .sort((a, b) => a - b);
  return (share) => Math.round((waits[Math.floor(waits.length * share)] ?? 0) / 100) / 10;
}
