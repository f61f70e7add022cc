import { setTimeout as pause } from "node:timers/promises";
import { inArray } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { messages } from "#db/schema/index.ts";
import { startGate } from "#tests/support/gate.ts";
import { planned } from "#tests/support/letters.ts";
import { readySender, type Sender } from "#tests/support/senders.ts";
import { eventually, onPostOffice } from "./post-office.ts";

const office = onPostOffice();
const workers: Sender[] = [];

async function startWorker(settings: Record<string, string> = {}): Promise<Sender> {
  const worker = await readySender(settings);
  workers.push(worker);
  await worker.begin();
  return worker;
}

beforeAll(async () => {
  await Promise.all([startWorker(), startWorker()]);
}, 60_000);

afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.end("SIGKILL")));
});

async function plannedInTurn(count: number): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < count) ids.push(await planned());
  return ids;
}

const openOnes = (ids: string[]) =>
  asSystem("a test looks", async (tx) => {
    const rows = await tx.select({ state: messages.state }).from(messages).where(inArray(messages.id, ids));
    return rows.filter(({ state }) => state !== "sent").length;
  });

test("two workers send each mail once, with faults in between", { timeout: 60_000 }, async () => {
  await office.arm(
    { fault: "accept-then-drop", times: 4 },
    { fault: "429", times: 4, retryAfterSeconds: 1 },
    { fault: "500", times: 2 },
  );
  const ids = await plannedInTurn(40);
  await eventually(async () => (await openOnes(ids)) === 0, 45_000);
  const entries = await Promise.all(ids.map((id) => office.ledger(id)));
  expect(entries.filter(({ accepted }) => accepted !== 1)).toEqual([]);
  expect(entries.reduce((sum, { requests }) => sum + requests, 0)).toBe(40 + 10);
});

test("a worker that is asked to stop ends by itself and leaves its mail to the other", {
  timeout: 60_000,
}, async () => {
  const [first] = workers;
  const ids = await plannedInTurn(20);
  expect(await first?.end("SIGTERM")).toBe(0);
  await eventually(async () => (await openOnes(ids)) === 0, 30_000);
  const entries = await Promise.all(ids.map((id) => office.ledger(id)));
  expect(entries.filter(({ accepted }) => accepted !== 1)).toEqual([]);
});

test("a worker that is asked to stop first finishes what it has in hand, within ten seconds", {
  timeout: 60_000,
}, async () => {
  await Promise.all(workers.map((worker) => worker.end("SIGKILL")));
  const gate = await startGate(office.url);
  const heard = Promise.withResolvers<void>();
  gate.keeper = async (_, pass) => {
    heard.resolve();
    await pause(1_500);
    await pass();
  };
  const worker = await startWorker({ RESEND_BASE_URL: gate.url });
  const id = await planned();
  await heard.promise;
  const asked = Date.now();
  expect(await worker.end("SIGTERM")).toBe(0);
  expect(Date.now() - asked).toBeLessThan(10_000);
  expect(await openOnes([id])).toBe(0);
  expect(await office.ledger(id)).toEqual({ accepted: 1, requests: 1 });
  await gate.stop();
});
