import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { queues } from "#db/queues.ts";
import { messages, workerRuns } from "#db/schema/index.ts";
import type { OwnerViewer } from "#lib/auth/viewer.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { noteRun } from "#lib/jobs/runs.ts";
import { healthLines } from "#lib/practice/health/lines.ts";
import { readHealth } from "#lib/practice/health/read.ts";
import { tellOwner } from "#lib/practice/health/tell-owner.ts";
import { sendTestMail } from "#lib/practice/test-mail.ts";
import { ensureSupport } from "#lib/support/ensure.ts";
import { mailsTo } from "#tests/auth/mails.ts";
import { aBusyFeed } from "#tests/support/busy-feeds.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, anOwner, type Owner } from "#tests/support/people.ts";

const database = onFreshDatabase();
afterAll(() => stopJobs(1_000));

const day = 86_400_000;
const now = Date.now();
let owner: Owner;
beforeAll(async () => {
  owner = await anOwner({ isAwake: true });
});

async function aMessage(details: Partial<typeof messages.$inferInsert> = {}) {
  await asSystem("a test needs mail", (tx) =>
    tx
      .insert(messages)
      .values({ id: randomUUID(), kind: "booking_confirmed", dedupe: randomUUID(), ...details }),
  );
}

const kindsTo = (id: string) =>
  asSystem("test", async (tx) =>
    (await tx.select({ kind: messages.kind }).from(messages).where(eq(messages.recipientId, id))).map(
      ({ kind }) => kind,
    ),
  );

describe("how the practice is", () => {
  test("is told the owner, and for any other coach, and a client, it is not there", async () => {
    expect((await readHealth(owner, now)).databaseBytes).toBeGreaterThan(0);
    for (const other of [await aCoach(), await aClient()]) {
      const asOwner = other as unknown as OwnerViewer;
      await expect(readHealth(asOwner, now)).rejects.toMatchObject({ name: "NotFound" });
      await expect(sendTestMail(asOwner, now, 0)).rejects.toMatchObject({ name: "NotFound" });
    }
  });

  test("is told in counts: mail that waits, failed or came back, and calendars of every coach", async () => {
    const [client, coach] = [await aClient(), await aCoach()];
    const before = await readHealth(owner, now);
    await aBusyFeed(coach);
    await aMessage({ createdAt: new Date(now - 3_600_000) });
    await aMessage({ state: "dead" });
    await aMessage({ state: "unsure" });
    await aMessage({ state: "dead", createdAt: new Date(now - 9 * day) });
    await aMessage({
      ...{ state: "sent", recipientId: client.id, delivery: "suppressed", deliveryAt: now },
    });
    const after = await readHealth(owner, now);
    expect(after.mail).toMatchObject({ waiting: 1, failed: 1, unsure: 1 });
    expect(after.mail.waitingSince).toBe(now - 3_600_000);
    expect(after.addressesFailing).toBe(before.addressesFailing + 1);
    expect(after.feeds.all).toBe(before.feeds.all + 1);
    expect(JSON.stringify(after)).not.toContain(client.id);
    await asSystem("test", (tx) => tx.delete(messages));
  });

  test("knows when each piece of work was last done well", async () => {
    await noteRun(queues.remind, now - 60_000);
    const { jobs } = await readHealth(owner, now);
    expect(jobs.find(({ name }) => name === queues.remind)?.lastRun).toBe(now - 60_000);
    expect(jobs.find(({ name }) => name === queues.ask)?.lastRun).toBeUndefined();
    expect(jobs.length).toBeGreaterThan(5);
    await asSystem("test", (tx) => tx.delete(workerRuns));
  });
});

describe("the owner is written to", () => {
  test("once a day while something is not well, without a name of anybody, and not while all is", async () => {
    await tellOwner(now);
    await tellOwner(now + 60_000);
    const mails = await mailsTo(owner.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toBe("A note from your portal");
    expect(mails[0]?.text).toContain("The sender of mail: It has not run yet.");
    await asSystem("test", (tx) => tx.delete(messages));
    await noteRun("mail", now);
    await tellOwner(now);
    const lines = healthLines(await readHealth(owner, now), now);
    expect(lines.filter(({ state }) => state === "unwell")).toEqual([]);
    expect(await mailsTo(owner.email)).toEqual([]);
  });

  test("once in 30 days while a line of Support now was checked long ago", async () => {
    await ensureSupport(database.url, now);
    const late = Date.parse("2027-03-01T12:00:00Z");
    const isWritten = async () =>
      (await kindsTo(owner.id)).filter((kind) => kind === "support_to_check").length;
    await tellOwner(Date.parse("2026-12-01T12:00:00Z"));
    expect(await isWritten()).toBe(0);
    await tellOwner(late);
    // The database says when a letter was planned.
    await asSystem("test", (tx) => tx.update(messages).set({ createdAt: new Date(late) }));
    await tellOwner(late + 29 * day);
    expect(await isWritten()).toBe(1);
    await tellOwner(late + 31 * day);
    expect(await isWritten()).toBe(2);
  });
});

test("a test mail is planned the way every letter is, says what became of it, and is not sent without end", async () => {
  expect(await sendTestMail(owner, now, 0)).toMatchObject({ state: "waiting" });
  const texts = (await mailsTo(owner.email)).map(({ text }) => text);
  expect(texts.filter((text) => text.includes("This is the test that you asked for."))).toHaveLength(1);
  const sending = sendTestMail(owner, now + 1, 5_000);
  await expect
    .poll(() =>
      asSystem(
        "test",
        async (tx) =>
          (
            await tx
              .update(messages)
              .set({ state: "sent", sentAt: now })
              .where(eq(messages.kind, "test_mail"))
          ).count,
      ),
    )
    .toBe(2);
  expect(await sending).toEqual({ state: "accepted", at: now });
  for (let asked = 2; asked < 6; asked += 1) await sendTestMail(owner, now + asked, 0);
  await expect(sendTestMail(owner, now + 9, 0)).rejects.toMatchObject({ status: 429 });
});
