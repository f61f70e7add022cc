import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem, asViewer } from "#db/client.ts";
import { auditLog, messages, users, webhookEvents } from "#db/schema/index.ts";
import { findSession } from "#lib/auth/sessions.ts";
import { noteRun } from "#lib/jobs/runs.ts";
import { howMailGoes } from "#lib/mail/log/health.ts";
import { findMailOf, listAllMail } from "#lib/mail/log/queries.ts";
import { sendAgain } from "#lib/mail/log/send-again.ts";
import { sendMessage } from "#lib/mail/sender.ts";
import { NotFound } from "#lib/refusal.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { aMessage, anUnsureMessage } from "#tests/support/messages.ts";
import {
  aClient,
  aCoach,
  anOwner,
  aSession,
  aType,
  type Client,
  type Coach,
  type Owner,
} from "#tests/support/people.ts";
import { onPostOffice } from "./post-office.ts";

const office = onPostOffice();
const start = Date.parse("2026-12-03T10:00:00Z");
const day = 86_400_000;

let mara: Client;
let sol: Coach;
let kim: Coach;
let owner: Owner;
let type: string;
let withSol: string;
let withKim: string;

beforeAll(async () => {
  mara = await aClient({ name: "Mara" });
  [sol, kim, owner] = [await aCoach({ name: "Sol" }), await aCoach({ name: "Kim" }), await anOwner()];
  type = await aType(sol);
  withSol = await aBooking({ for: mara, with: sol, type, start });
  withKim = await aBooking({ for: mara, with: kim, type: await aType(kim), start: start + day });
});

const idsFor = async (coach: Coach, client: { id: string } = mara) =>
  (await findMailOf(coach, client.id, undefined))?.entries.map(({ id }) => id);

describe("the mail log of a client", () => {
  test("shows their coach what was sent, newest first, and never what it says", async () => {
    const first = await aMessage(mara, { createdAt: new Date(Date.now() - day), bookingId: withSol });
    const second = await aMessage(mara, { delivery: "delivered", deliveryAt: start });
    expect(await idsFor(sol)).toEqual([second, first]);
    const found = await findMailOf(sol, mara.id, undefined);
    expect(found?.client).toMatchObject({ name: "Mara", failsSince: null });
    expect(Object.keys(found?.entries[0] ?? {})).not.toContain("payload");
  });

  test("is not there for a coach who does not know them, nor for the owner who does not", async () => {
    for (const one of [await aCoach(), owner])
      expect(await findMailOf(one, mara.id, undefined)).toBeUndefined();
    expect(await findMailOf(sol, randomUUID(), undefined)).toBeUndefined();
    expect(await findMailOf(sol, kim.id, undefined)).toBeUndefined();
  });

  test("leaves out what is between them and another coach", async () => {
    const id = await aMessage(mara, { bookingId: withKim });
    expect(await idsFor(sol)).not.toContain(id);
    expect(await idsFor(kim)).toContain(id);
  });

  test("says nothing of their signing in, unless that failed", async () => {
    const signsIn = { kind: "sign_in", lane: "sign-in" } as const;
    const [arrived, failed] = [
      await aMessage(mara, { ...signsIn, delivery: "delivered" }),
      await aMessage(mara, { ...signsIn, delivery: "bounced" }),
    ];
    for (const ids of [
      await idsFor(sol),
      (await listAllMail(owner, { filter: undefined, before: undefined })).entries.map(({ id }) => id),
    ]) {
      expect(ids).not.toContain(arrived);
      expect(ids).toContain(failed);
    }
  });

  test("goes on page by page, each letter once, also those of one instant", async () => {
    const client = await aClient();
    await aBooking({ for: client, with: sol, type, start: start + 2 * day });
    const at = new Date();
    const ids = new Set<string>();
    for (let n = 0; n < 65; n += 1) ids.add(await aMessage(client, { createdAt: at }));
    const seen: string[] = [];
    let before: string | undefined;
    do {
      const page = await findMailOf(sol, client.id, before);
      seen.push(...(page?.entries.map(({ id }) => id) ?? []));
      before = page?.next;
    } while (before);
    expect(seen).toHaveLength(65);
    expect(new Set(seen)).toEqual(ids);
    expect((await findMailOf(sol, client.id, randomUUID()))?.entries).toEqual([]);
  });

  test("is closed beneath its own checks as well", async () => {
    const look = (viewer: { id: string }) =>
      asViewer(viewer, (tx) =>
        tx.select({ id: messages.id }).from(messages).where(eq(messages.recipientId, mara.id)),
      );
    expect(await look(await aCoach())).toEqual([]);
    expect((await look(sol)).length).toBeGreaterThan(0);
    await expect(
      asViewer(owner, (tx) => tx.select({ payload: messages.payload }).from(messages)),
    ).rejects.toMatchObject({ code: "42501" });
  });
});

describe("the mail of the practice", () => {
  test("shows the owner whom each letter went to, by how it went", async () => {
    const ids = {
      waiting: await aMessage(mara, { state: "planned", sentAt: null, notBefore: Date.now() + day }),
      sent: await aMessage(mara, { delivery: "delayed" }),
      arrived: await aMessage(mara, { delivery: "delivered" }),
      back: await aMessage(mara, { delivery: "complained" }),
      unsure: await anUnsureMessage(mara),
      dropped: await aMessage(undefined, { state: "dropped", sentAt: null, payload: null }),
    };
    for (const [filter, id] of Object.entries(ids)) {
      const { entries } = await listAllMail(owner, { filter: filter as keyof typeof ids, before: undefined });
      const found = entries.map((entry) => entry.id);
      expect(found).toContain(id);
      for (const other of Object.values(ids).filter((one) => one !== id)) expect(found).not.toContain(other);
      expect(entries.find((entry) => entry.id === id)?.to).toBe(filter === "dropped" ? null : "Mara");
    }
  });

  test("tells nobody else a name", async () => {
    const name = (viewer: { id: string }) =>
      asViewer(viewer, (tx) => tx.execute(sql`select recipient_name(${mara.id}) as name`));
    expect(Array.from(await name(owner))).toEqual([{ name: "Mara" }]);
    for (const other of [sol, kim, mara]) expect(Array.from(await name(other))).toEqual([{ name: null }]);
  });

  test("says when the sender last ran, what waits and since when, and when Resend was last heard", async () => {
    await asSystem("a test empties", (tx) => tx.delete(messages));
    const now = Date.now();
    expect(await howMailGoes(owner, now)).toEqual({
      lastRun: undefined,
      lastHeard: undefined,
      waiting: [],
      later: 0,
    });
    await noteRun("mail", now - 60_000);
    await noteRun("mail", now - 50_000);
    await noteRun("mail", now - 20_000);
    await asSystem("a test fills", (tx) =>
      tx
        .insert(webhookEvents)
        .values({ id: "one", type: "email.sent", happenedAt: now - day, receivedAt: now - 7_000 }),
    );
    const planned = { state: "planned", sentAt: null, firstAttemptAt: null } as const;
    await aMessage(mara, { ...planned, createdAt: new Date(now - 9_000) });
    await aMessage(mara, { ...planned, createdAt: new Date(now - day), notBefore: now - 5_000 });
    await aMessage(mara, { ...planned, notBefore: now + day });
    await aMessage(mara, {
      ...planned,
      lane: "sign-in",
      createdAt: new Date(now - 40_000),
      notBefore: now + 60_000,
      lastError: "http_500",
    });
    expect(await howMailGoes(owner, now)).toEqual({
      // A write in a while is enough.
      lastRun: now - 20_000,
      lastHeard: now - 7_000,
      waiting: [
        { lane: "sign-in", count: 1, since: now - 40_000 },
        { lane: "booking", count: 2, since: now - 9_000 },
      ],
      later: 1,
    });
  });

  test("is for the owner, whatever a query forgets", async () => {
    const look = (viewer: { id: string }) =>
      asViewer(viewer, (tx) => tx.execute(sql`select name from worker_runs`));
    await noteRun("mail", Date.now());
    expect(await look(owner)).toHaveLength(1);
    for (const other of [sol, mara]) expect(await look(other)).toHaveLength(0);
  });
});

describe("sending a letter again", () => {
  const rowOf = async (id: string) => {
    const [row] = await asSystem("a test looks", (tx) =>
      tx.select().from(messages).where(eq(messages.id, id)),
    );
    return row;
  };
  const againOf = async (id: string) => {
    const [row] = await asSystem("a test looks", (tx) =>
      tx
        .select()
        .from(messages)
        .where(eq(messages.dedupe, `again:${id}`)),
    );
    return row;
  };

  test("makes a message of its own with the same words, to the address they have now", async () => {
    const client = await aClient();
    await aBooking({ for: client, with: sol, type, start: start + 3 * day });
    const id = await aMessage(client, { delivery: "bounced", deliveryAt: start, lastError: "permanent" });
    const before = await rowOf(id);
    const address = `new-${randomUUID()}@example.org`;
    await asSystem("they have another address", (tx) =>
      tx.update(users).set({ email: address }).where(eq(users.id, client.id)),
    );
    await sendAgain(sol, id, Date.now());
    const again = await againOf(id);
    expect(again).toMatchObject({ kind: "booking_confirmed", recipientId: client.id, state: "planned" });
    expect(await sendMessage(again?.id ?? "", "booking")).toBe("sent");
    expect(await office.arrived(client.email)).toEqual([]);
    const [mail] = await office.arrived(address);
    expect(mail).toMatchObject({ text: "Hello", tags: [{ name: "message_id", value: again?.id }] });
    expect(await office.ledger(again?.id ?? "")).toEqual({ accepted: 1, requests: 1 });
    expect(await rowOf(id)).toEqual(before);
    const noted = await asSystem("a test looks", (tx) =>
      tx.select().from(auditLog).where(eq(auditLog.subjectId, id)),
    );
    expect(noted).toMatchObject([
      { actorId: sol.id, action: "message.sent_again", meta: { again: again?.id } },
    ]);
    const log = await findMailOf(sol, client.id, undefined);
    expect(log?.entries.map(({ isAgain, wasSentAgain }) => [isAgain, wasSentAgain])).toEqual([
      [true, false],
      [false, true],
    ]);
  });

  test("pressed many times it is sent once", async () => {
    const id = await anUnsureMessage(mara);
    const pressed = await Promise.allSettled(Array.from({ length: 5 }, () => sendAgain(sol, id, Date.now())));
    expect(pressed.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of pressed)
      if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "sent_again", status: 409 });
  });

  test("is not there for another coach, and is for the owner", async () => {
    const id = await anUnsureMessage(mara);
    await expect(sendAgain(await aCoach(), id, Date.now())).rejects.toThrow(NotFound);
    const between = await aMessage(mara, { state: "unsure", bookingId: withKim });
    await expect(sendAgain(sol, between, Date.now())).rejects.toThrow(NotFound);
    expect(await againOf(id)).toBeUndefined();
    await sendAgain(owner, id, Date.now());
    expect(await againOf(id)).toBeDefined();
  });

  test("is refused in words for what has arrived, is out of date, or is no longer kept", async () => {
    const outdated = await aMessage(mara, {
      delivery: "bounced",
      bookingId: withSol,
      createdAt: new Date(Date.now() - 1_000),
    });
    await aMessage(mara, { bookingId: withSol });
    for (const id of [
      outdated,
      await aMessage(mara),
      await aMessage(mara, { delivery: "delivered", payload: null }),
      await aMessage(mara, { delivery: "bounced", payload: null }),
      await aMessage(mara, { state: "unsure", expiresAt: Date.now() + day }),
      await aMessage(mara, { state: "unsure", kind: "long_gone" }),
    ]) {
      await expect(sendAgain(sol, id, Date.now())).rejects.toMatchObject({ code: "not_kept", status: 409 });
      expect(await againOf(id)).toBeUndefined();
    }
  });
});

test("a client learns with their session that their mail comes back", async () => {
  const token = await aSession(mara);
  const failing = async () => (await findSession(token, Date.now()))?.failingAddress;
  expect(await failing()).toBeUndefined();
  await asSystem("it comes back", (tx) =>
    tx.update(users).set({ mailFailsSince: start }).where(eq(users.id, mara.id)),
  );
  expect(await failing()).toBe(mara.email);
});
