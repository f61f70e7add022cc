import type { Keeper } from "#tests/support/gate.ts";
import type { MailRoom } from "#tests/support/mail-room.ts";
import { until } from "./post.ts";

/** Where a sender stands when it is killed, and what the table says of the message then. */
export const points = [
  { name: "beforeClaim", state: "planned" },
  { name: "afterClaim", state: "sending" },
  { name: "duringCall", state: "sending" },
  { name: "afterAnswer", state: "sending" },
  { name: "afterMark", state: "sent" },
] as const;

export type Point = (typeof points)[number]["name"];

/** `sprung`: the sender stands there. Nothing is held any more after `release`. */
export type Trap = { sprung: Promise<void>; release: () => Promise<void> };

/** Stops whoever sends this message at a point, by what a process can be kept waiting for: a row, or an answer. */
export async function setTrap(room: MailRoom, point: Point, messageId: string, pass: Keeper): Promise<Trap> {
  if (point === "beforeClaim") {
    const release = await hold(room, "select 1 from rate_limits where key = 'mail:turn' for update");
    return { sprung: untilSomebodyWaits(room, "mail:turn"), release };
  }
  const sprung = Promise.withResolvers<void>();
  let release = async () => {};
  room.gate.keeper = async (post, go) => {
    if (post.messageId !== messageId) return pass(post, go);
    if (point === "afterAnswer")
      release = await hold(room, `select 1 from messages where id = '${messageId}' for update`);
    if (point === "afterMark")
      release = await hold(
        room,
        `select 1 from pgboss.job where data->>'messageId' = '${messageId}' for update`,
      );
    if (point !== "afterClaim") await pass(post, go);
    if (point === "afterAnswer")
      void untilSomebodyWaits(room, 'update "messages"').then(sprung.resolve, sprung.reject);
    else if (point === "afterMark") void untilSent(room, messageId).then(sprung.resolve, sprung.reject);
    else {
      sprung.resolve();
      await new Promise(() => {});
    }
  };
  return { sprung: sprung.promise, release: () => release() };
}

async function hold({ look }: MailRoom, query: string): Promise<() => Promise<void>> {
  const line = await look.reserve();
  await line`begin`;
  await line.unsafe(query);
  return async () => {
    await line`rollback`;
    line.release();
  };
}

const untilSomebodyWaits = ({ look }: MailRoom, forWhat: string) =>
  until(`somebody waits for ${forWhat}`, async () => {
    const waiting = await look`select from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock' and position(${forWhat} in query) > 0`;
    return waiting.length > 0;
  });

const untilSent = ({ look }: MailRoom, id: string) =>
  until("it is marked as sent", async () => {
    const [row] = await look`select state from messages where id = ${id}`;
    return row?.state === "sent";
  });
