import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { POST } from "#app/api/webhooks/resend/route.ts";
import { asSystem } from "#db/client.ts";
import { messages, users, webhookEvents } from "#db/schema/index.ts";
import { sendMessage } from "#lib/mail/sender.ts";
import { everyRow } from "#tests/auth/every-row.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { planned } from "#tests/support/letters.ts";
import { aClient, aCoach, aType } from "#tests/support/people.ts";
import { anEvent, signedRequest } from "#tests/support/webhooks.ts";
import { onPostOffice } from "./post-office.ts";

const office = onPostOffice();
const start = Date.parse("2026-12-01T10:00:00Z");
const minute = 60_000;

type Told = Parameters<typeof anEvent>[0];

async function post(request: RequestInit) {
  const answer = await POST(new Request("http://localhost:3000/api/webhooks/resend", request));
  return answer.status;
}

const tell = (told: Told) => post(signedRequest(anEvent(told)));

async function rowOf(id: string) {
  const [row] = await asSystem("a test looks", (tx) => tx.select().from(messages).where(eq(messages.id, id)));
  if (!row) throw new Error("It is gone");
  return row;
}

/** A client with a coach, and mail to them that went out. */
async function someone() {
  const [client, coach] = [await aClient({ name: "Mara Miller" }), await aCoach()];
  await aBooking({ for: client, with: coach, type: await aType(coach), start });
  const aMail = async () => {
    const id = await planned({ recipientId: client.id, to: client.email });
    await sendMessage(id, "booking");
    return id;
  };
  const failsSince = async () => {
    const [row] = await asSystem("a test looks", (tx) =>
      tx.select({ since: users.mailFailsSince }).from(users).where(eq(users.id, client.id)),
    );
    return row?.since;
  };
  const lettersToCoach = () =>
    asSystem("a test looks", (tx) =>
      tx
        .select({ id: messages.id, kind: messages.kind })
        .from(messages)
        .where(eq(messages.recipientId, coach.id)),
    );
  return { client, coach, aMail, failsSince, lettersToCoach };
}

describe("what Resend tells", () => {
  test("moves the mail on, and its words go once it has arrived", async () => {
    const id = await planned();
    await sendMessage(id, "booking");
    expect((await rowOf(id)).payload).not.toBeNull();
    expect(await tell({ messageId: id, what: "sent", at: start })).toBe(200);
    expect(await rowOf(id)).toMatchObject({ state: "sent", delivery: null });
    await tell({ messageId: id, what: "delivery_delayed", at: start + 1 });
    expect(await rowOf(id)).toMatchObject({ delivery: "delayed", deliveryAt: start + 1 });
    await tell({ messageId: id, what: "delivered", at: start + 2 });
    expect(await rowOf(id)).toMatchObject({ delivery: "delivered", deliveryAt: start + 2, payload: null });
    await tell({ messageId: id, what: "delivery_delayed", at: start + 3 });
    expect(await rowOf(id)).toMatchObject({ delivery: "delivered", deliveryAt: start + 2 });
  });

  test("twice changes nothing the second time", async () => {
    const id = await planned();
    await sendMessage(id, "booking");
    const event = anEvent({ messageId: id, what: "bounced", at: start, bounce: "Permanent" });
    expect(await post(signedRequest(event))).toBe(200);
    const before = await everyRow(office.database.adminUrl);
    expect(await post(signedRequest(event, { now: Date.now() + 60_000 }))).toBe(200);
    expect(await everyRow(office.database.adminUrl)).toEqual(before);
  });

  test("finds the mail by Resend's own id where the tag is lost", async () => {
    const id = await planned();
    await sendMessage(id, "booking");
    const { providerId } = await rowOf(id);
    await tell({ providerId: providerId ?? "", what: "delivered", at: start });
    expect(await rowOf(id)).toMatchObject({ delivery: "delivered" });
  });

  test("of mail that is not ours, or of something else, is noted and no more", async () => {
    const count = () => asSystem("a test counts", (tx) => tx.$count(webhookEvents));
    const before = await count();
    expect(await tell({ messageId: randomUUID(), what: "delivered", at: start })).toBe(200);
    expect(await tell({ what: "opened", at: start })).toBe(200);
    expect(await count()).toBe(before + 2);
  });

  test.each(["sent", "delivered", "bounced"])("%s settles a mail that nobody was sure of", async (what) => {
    await office.arm({ fault: "accept-then-drop" });
    const id = await planned();
    await sendMessage(id, "booking");
    await sendMessage(id, "booking", () => Date.now() + 24 * 60 * minute);
    expect(await rowOf(id)).toMatchObject({ state: "unsure" });
    await tell({ messageId: id, what, at: start });
    expect(await rowOf(id)).toMatchObject({ state: "sent", sentAt: start });
    expect((await office.ledger(id)).accepted).toBe(1);
  });

  test("comes before our own note of it, and the mail is not sent again", async () => {
    await office.arm({ fault: "accept-then-drop" });
    const id = await planned();
    expect(await sendMessage(id, "booking")).toBe("again");
    await tell({ messageId: id, what: "delivered", at: start });
    expect(await sendMessage(id, "booking", () => Date.now() + minute)).toBe("not due");
    expect(await rowOf(id)).toMatchObject({ state: "sent", payload: null });
    expect(await office.ledger(id)).toEqual({ accepted: 1, requests: 1 });
  });

  test("says nothing of a mail that was never tried", async () => {
    const id = await planned();
    await tell({ messageId: id, what: "sent", at: start });
    expect(await rowOf(id)).toMatchObject({ state: "planned" });
  });
});

describe("an address", () => {
  test("fails from the first mail that comes back for good, and its coaches get one letter", async () => {
    const { client, aMail, failsSince, lettersToCoach } = await someone();
    const [first, second] = [await aMail(), await aMail()];
    const to = client.email;
    await tell({ messageId: second, to, what: "bounced", at: start + 5, bounce: "Permanent" });
    expect(await failsSince()).toBe(start + 5);
    await tell({ messageId: first, to, what: "suppressed", at: start });
    expect(await failsSince()).toBe(start);
    const letters = await lettersToCoach();
    expect(letters).toMatchObject([{ kind: "mail_bounced" }]);
    await sendMessage(letters[0]?.id ?? "", "booking");
    const [letter] = await office.arrived();
    expect(letter?.text).toContain("Mail to Mara comes back.");
    expect(letter?.text).not.toContain("Miller");
    expect(letter?.text).toContain(`/coach/clients/${client.id}/mail`);
  });

  test("arrives again after a later mail did, and a new failure is told anew", async () => {
    const { client, aMail, failsSince, lettersToCoach } = await someone();
    const to = client.email;
    await tell({ messageId: await aMail(), to, what: "bounced", at: start, bounce: "Permanent" });
    await tell({ messageId: await aMail(), to, what: "delivered", at: start + 10 });
    expect(await failsSince()).toBeNull();
    // Happened before, and is told only now.
    await tell({ messageId: await aMail(), to, what: "bounced", at: start + 5, bounce: "Permanent" });
    expect(await failsSince()).toBeNull();
    expect(await lettersToCoach()).toHaveLength(1);
    await tell({ messageId: await aMail(), to, what: "complained", at: start + 20 });
    expect(await failsSince()).toBe(start + 20);
    expect(await lettersToCoach()).toHaveLength(2);
  });

  test("does not fail by what is only for now, or the mail service's own", async () => {
    const { client, aMail, failsSince, lettersToCoach } = await someone();
    const to = client.email;
    await tell({ messageId: await aMail(), to, what: "bounced", at: start, bounce: "Transient" });
    await tell({ messageId: await aMail(), to, what: "failed", at: start });
    await tell({ messageId: await aMail(), to, what: "delivery_delayed", at: start });
    expect(await failsSince()).toBeNull();
    expect(await lettersToCoach()).toEqual([]);
  });

  test("that they have left behind says nothing of the one they have", async () => {
    const { aMail, failsSince } = await someone();
    await tell({ messageId: await aMail(), to: "old@example.org", what: "bounced", at: start });
    expect(await failsSince()).toBeNull();
  });

  test("is told of by many at once, and ends as if they had come in a row", async () => {
    const { client, aMail, failsSince, lettersToCoach } = await someone();
    const mails = [await aMail(), await aMail(), await aMail(), await aMail()];
    await Promise.all(
      mails.map((messageId, nth) =>
        tell({ messageId, to: client.email, what: nth % 2 ? "delivered" : "bounced", at: start + nth }),
      ),
    );
    expect(await failsSince()).toBeNull();
    expect((await lettersToCoach()).length).toBeLessThanOrEqual(2);
  });
});

describe("what Resend did not tell", () => {
  const good = () => anEvent({ messageId: randomUUID(), what: "delivered", at: start });
  const altered = (change: (request: ReturnType<typeof signedRequest>) => RequestInit) =>
    change(signedRequest(good()));
  const withHeader = (name: string, value: string) =>
    altered((request) => ({ ...request, headers: { ...request.headers, [name]: value } }));
  const without = (name: string) =>
    altered(({ headers, ...request }) => ({
      ...request,
      headers: Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name)),
    }));

  test.each<[string, () => RequestInit, number]>([
    [
      "signed with another secret",
      () => signedRequest(good(), { secret: "whsec_bm90IG91cnMgYXQgYWxs" }),
      401,
    ],
    ["signed six minutes ago", () => signedRequest(good(), { now: Date.now() - 6 * minute }), 401],
    ["signed in six minutes", () => signedRequest(good(), { now: Date.now() + 6 * minute }), 401],
    ["not signed", () => without("svix-signature"), 401],
    ["without an id", () => without("svix-id"), 401],
    ["without a time", () => without("svix-timestamp"), 401],
    ["with a time that is none", () => withHeader("svix-timestamp", "soon"), 401],
    ["with another's id", () => withHeader("svix-id", "msg_other"), 401],
    ["of another version", () => withHeader("svix-signature", "v2,AAAA"), 401],
    [
      "with a body changed on the way",
      () => altered((request) => ({ ...request, body: `${request.body} ` })),
      401,
    ],
    ["no text", () => altered((request) => ({ ...request, body: Buffer.from([0xff, 0xfe]) })), 401],
    ["too large", () => altered((request) => ({ ...request, body: " ".repeat(70_000) })), 413],
  ])("%s is refused, and nothing changes", async (_, request, status) => {
    const before = await everyRow(office.database.adminUrl);
    expect(await post(request())).toBe(status);
    expect(await everyRow(office.database.adminUrl)).toEqual(before);
  });

  test.each<[string, object]>([
    ["without a type", { type: "" }],
    ["with words for a type", { type: "email sent\0" }],
    ["without data", { data: null }],
    ["from another age", { at: Date.parse("1970-01-02T00:00:00Z") }],
    ["with an id that is none", { id: "a b" }],
  ])("and what it signed %s cannot be read", async (_, change) => {
    const before = await everyRow(office.database.adminUrl);
    expect(await post(signedRequest({ ...good(), ...change } as ReturnType<typeof good>))).toBe(400);
    expect(await everyRow(office.database.adminUrl)).toEqual(before);
  });
});
