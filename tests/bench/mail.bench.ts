import { execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Figure } from "#tests/bench/figure.ts";
import { startTestCluster } from "#tests/support/database.ts";
import { type MailRoom, openMailRoom } from "#tests/support/mail-room.ts";
import type { Cost } from "./mail-costs.ts";

// Milliseconds beside what is done without.
const LIMITS = { planning: 15, sending: 5 };
// Times what the rate alone takes, and times the memory that a sender at work has.
const DRAIN_LIMIT = 1.15;
const MEMORY_LIMIT = 1.3;
const letters = 10_000;
const perSecond = 100;

/** What a letter costs whoever plans it and whoever sends it, and what a great many of them do to the sender. */
export async function* run(): AsyncIterable<Figure> {
  const stopCluster = await startTestCluster();
  const room = await openMailRoom({ MAIL_PER_SECOND: String(perSecond) });
  try {
    const { planning, sending } = await costs(room);
    yield inMs("a letter added to a change", planning, LIMITS.planning);
    yield inMs("sending, beside the call", sending, LIMITS.sending);
    yield* drain(room);
  } finally {
    await room.close();
    await stopCluster();
  }
}

async function costs(room: MailRoom): Promise<{ planning: Cost; sending: Cost }> {
  const script = fileURLToPath(new URL("mail-process.ts", import.meta.url));
  const child = fork(script, [String(letters)], { env: { ...process.env, ...room.settings } });
  const [told] = await Promise.race([once(child, "message"), once(child, "exit")]);
  if (typeof told !== "object" || !told) throw new Error(`The measuring process ended with ${told}`);
  return told as { planning: Cost; sending: Cost };
}

function inMs(title: string, { beside, base }: Cost, limit: number): Figure {
  return { case: title, ours: beside, floor: base, unit: "ms", ratio: null, limit, ok: beside <= limit };
}

async function* drain(room: MailRoom): AsyncIterable<Figure> {
  const sender = await room.readySender();
  const began = performance.now();
  await sender.begin();
  // Only a process that has been at work for a while has all that it works with.
  await untilSent(room, letters / 20);
  const atStart = memoryOf(sender.pid);
  await untilSent(room, letters / 2);
  const halfway = memoryOf(sender.pid);
  await untilSent(room, letters);
  const seconds = (performance.now() - began) / 1_000;
  const atEnd = memoryOf(sender.pid);
  await sender.end("SIGTERM");

  const least = letters / perSecond;
  const ratio = seconds / least;
  yield {
    case: `${letters.toLocaleString("en-US")} letters`,
    ours: seconds,
    floor: least,
    unit: "s",
    ratio,
    limit: DRAIN_LIMIT,
    ok: ratio <= DRAIN_LIMIT,
  };
  yield inMb("its memory, halfway", halfway, atStart);
  yield inMb("its memory, at the end", atEnd, atStart);
}

function inMb(title: string, ours: number, floor: number): Figure {
  const ratio = ours / floor;
  return { case: title, ours, floor, unit: "MB", ratio, limit: MEMORY_LIMIT, ok: ratio <= MEMORY_LIMIT };
}

async function untilSent({ look }: MailRoom, count: number): Promise<void> {
  for (;;) {
    const [sent] =
      await look`select count(*)::int as count from messages where state not in ('planned', 'sending')`;
    if (sent?.count >= count) return;
    await pause(200);
  }
}

function memoryOf(pid: number): number {
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1_024;
}
