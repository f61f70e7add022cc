import { eq, sql } from "drizzle-orm";
import postgres from "postgres";
import { describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { messages } from "#db/schema/index.ts";
import { startWorker, stopWorker } from "#lib/jobs/worker.ts";
import { planMessage } from "#lib/mail/messages.ts";
import { sweepMail } from "#lib/mail/sweep.ts";
import { aLetter, planned } from "#tests/support/letters.ts";
import { eventually, onPostOffice } from "./post-office.ts";

const office = onPostOffice();
const stateOf = async (id: string) => {
  const [row] = await asSystem("a test looks", (tx) => tx.select().from(messages).where(eq(messages.id, id)));
  return row?.state;
};

describe("the worker", () => {
  test("delivers within about a second of the commit, and not before it", async () => {
    await startWorker();
    const letter = aLetter();
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    const change = asSystem("a booking takes its time", async (tx) => {
      await planMessage(tx, letter, Date.now());
      await tx.execute(sql`select pg_sleep(0.7)`);
      open();
    });
    await opened;
    expect(await office.arrived(letter.to)).toHaveLength(0);
    await change;
    const committed = Date.now();
    await eventually(async () => (await office.arrived(letter.to)).length === 1);
    expect(Date.now() - committed).toBeLessThan(2_000);
  });

  test("sends what was planned while nobody worked", async () => {
    const id = await planned();
    await startWorker();
    await eventually(async () => (await stateOf(id)) === "sent");
    expect((await office.ledger(id)).accepted).toBe(1);
  });

  test("takes up what has lost its job", async () => {
    const id = await planned();
    await asSystem("a job is lost", (tx) =>
      tx.execute(sql`delete from pgboss.job where data->>'messageId' = ${id}`),
    );
    await asSystem("time passes", (tx) =>
      tx
        .update(messages)
        .set({ createdAt: new Date(Date.now() - 60_000) })
        .where(eq(messages.id, id)),
    );
    await startWorker();
    await eventually(async () => (await stateOf(id)) === "sent");
  });

  test("does not call again for what waits in line", async () => {
    const id = await planned();
    await asSystem("time passes", (tx) =>
      tx
        .update(messages)
        .set({ createdAt: new Date(Date.now() - 60_000) })
        .where(eq(messages.id, id)),
    );
    expect(await sweepMail(Date.now())).toBe(0);
    await asSystem("its job is lost", (tx) =>
      tx.execute(sql`delete from pgboss.job where data->>'messageId' = ${id}`),
    );
    expect(await sweepMail(Date.now())).toBe(1);
    expect(await sweepMail(Date.now())).toBe(0);
    await startWorker();
    await eventually(async () => (await stateOf(id)) === "sent");
  });

  test("tries again by itself after a fault", async () => {
    await office.arm({ fault: "429", retryAfterSeconds: 1 });
    await startWorker();
    const id = await planned();
    await eventually(async () => (await stateOf(id)) === "sent");
    expect(await office.ledger(id)).toEqual({ accepted: 1, requests: 2 });
  });

  test("lets a way in pass while slow mail hangs", async () => {
    await office.arm({ fault: "hang", times: 3 });
    await startWorker();
    const slow = [await planned(), await planned(), await planned()];
    await eventually(async () =>
      (await Promise.all(slow.map(stateOf))).every((state) => state === "sending"),
    );
    const id = await planned({ kind: "sign_in", expiresAt: Date.now() + 60_000 });
    await eventually(async () => (await stateOf(id)) === "sent", 3_000);
  });

  test("comes back by itself when all its connections are cut", async () => {
    await startWorker();
    const admin = postgres(office.database.adminUrl, { max: 1 });
    const cut = await admin`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
    await admin.end();
    expect(cut.length).toBeGreaterThan(1);
    const id = await eventually(() => planned().catch(() => undefined));
    await eventually(async () => (await stateOf(id)) === "sent");
  });

  test("stops within three seconds, with a mail in hand, and that mail is not lost", async () => {
    await office.arm({ fault: "hang" });
    await startWorker();
    const id = await planned();
    await eventually(async () => (await stateOf(id)) === "sending");
    const asked = Date.now();
    await stopWorker();
    expect(Date.now() - asked).toBeLessThan(3_500);
    expect(await stateOf(id)).toBe("sending");
  });
});
