import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { inArray } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { messages } from "#db/schema/index.ts";
import { eventually, onPostOffice, planned } from "./post-office.ts";

const office = onPostOffice();
const script = fileURLToPath(new URL("worker-process.ts", import.meta.url));
const workers: ChildProcess[] = [];

async function startWorkerProcess(): Promise<void> {
  const worker = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "inherit"] });
  workers.push(worker);
  await once(worker.stdout ?? worker, "data");
}

beforeAll(async () => {
  await Promise.all([startWorkerProcess(), startWorkerProcess()]);
}, 60_000);

afterAll(async () => {
  for (const worker of workers.splice(0)) {
    if (worker.exitCode !== null || worker.signalCode !== null) continue;
    worker.kill("SIGKILL");
    await once(worker, "exit");
  }
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
  first?.kill("SIGTERM");
  const [code] = await once(first as ChildProcess, "exit");
  expect(code).toBe(0);
  await eventually(async () => (await openOnes(ids)) === 0, 30_000);
  const entries = await Promise.all(ids.map((id) => office.ledger(id)));
  expect(entries.filter(({ accepted }) => accepted !== 1)).toEqual([]);
});
