import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Resend } from "resend";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { startMailbox } from "#lib/mail/mailbox/server.ts";

const secret = `whsec_${Buffer.alloc(24, 3).toString("base64")}`;
const resend = new Resend("re_test");

type Heard = { id: string; type: string; data: { to: string[]; tags: object; bounce?: { type: string } } };
let heard: Heard[] = [];
let turnAway = 0;

// Whatever is not signed as Resend signs is not heard.
const portal = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const header = (name: string) => String(request.headers[name]);
  const event = resend.webhooks.verify({
    payload: Buffer.concat(chunks).toString("utf8"),
    headers: {
      id: header("svix-id"),
      timestamp: header("svix-timestamp"),
      signature: header("svix-signature"),
    },
    webhookSecret: secret,
  });
  turnAway -= 1;
  if (turnAway < 0) heard.push({ id: header("svix-id"), ...(event as object) } as Heard);
  response.writeHead(turnAway < 0 ? 200 : 503).end();
});

let mailbox: Awaited<ReturnType<typeof startMailbox>>;
beforeAll(async () => {
  await new Promise<void>((resolve) => portal.listen(0, "127.0.0.1", resolve));
  mailbox = await startMailbox({ port: 0 });
  const { port } = portal.address() as AddressInfo;
  mailbox.tell({ url: `http://127.0.0.1:${port}/hook`, secret });
});
afterAll(async () => {
  await mailbox.stop();
  await new Promise((resolve) => portal.close(resolve));
});
afterEach(async () => {
  heard = [];
  turnAway = 0;
  await wish({});
});

const wish = async (body: unknown) =>
  (await fetch(`${mailbox.url}/webhooks`, { method: "POST", body: JSON.stringify(body) })).status;

/** What is told of a mail to this address. */
async function toldOf(to: string, count: number): Promise<string[]> {
  await fetch(`${mailbox.url}/emails`, {
    method: "POST",
    headers: { authorization: "Bearer re_test" },
    body: JSON.stringify({
      from: "portal@example.org",
      to,
      subject: "A note",
      text: "Hello",
      tags: [{ name: "message_id", value: "m-1" }],
    }),
  });
  await expect.poll(() => heard.length, { timeout: 5_000 }).toBe(count);
  return heard.map(({ type }) => type.replace("email.", ""));
}

test("a mail is sent, then delivered, with the tags that it came with", async () => {
  expect(await toldOf("Ada <ada@example.org>", 2)).toEqual(["sent", "delivered"]);
  expect(heard[0]).toMatchObject({ data: { to: ["Ada <ada@example.org>"], tags: { message_id: "m-1" } } });
  expect(new Set(heard.map(({ id }) => id)).size).toBe(2);
});

test.each([
  ["bounced+ada@example.org", ["sent", "bounced"]],
  ["soft-bounced@example.org", ["sent", "bounced"]],
  ["delayed@example.org", ["sent", "delivery_delayed"]],
  ["complained@example.org", ["sent", "delivered", "complained"]],
  ["suppressed@example.org", ["suppressed"]],
  ["failed@example.org", ["failed"]],
  ["bouncedly@example.org", ["sent", "delivered"]],
])("what becomes of mail to %s stands in the address", async (to, events) => {
  expect(await toldOf(to, events.length)).toEqual(events);
});

test("the next mails fare as was wished, then as usual again", async () => {
  await wish({ fates: ["bounced", "suppressed"] });
  expect(await toldOf("ada@example.org", 2)).toEqual(["sent", "bounced"]);
  expect(heard[1]?.data.bounce?.type).toBe("Permanent");
  expect(await toldOf("ada@example.org", 3)).toEqual(["sent", "bounced", "suppressed"]);
  expect(await toldOf("ada@example.org", 5)).toEqual([
    ...["sent", "bounced", "suppressed"],
    ...["sent", "delivered"],
  ]);
});

test("it is told several times and backwards, if that is wished", async () => {
  await wish({ copies: 2, backwards: true });
  expect(await toldOf("ada@example.org", 4)).toEqual(["delivered", "delivered", "sent", "sent"]);
  expect(new Set(heard.map(({ id }) => id)).size).toBe(2);
});

test("who does not listen is told again", async () => {
  turnAway = 1;
  expect(await toldOf("ada@example.org", 2)).toEqual(["sent", "delivered"]);
});

test.each([{ fates: ["lost"] }, { copies: 0 }, { copies: "2" }, { backwards: 1 }, { fates: "bounced" }])(
  "%j is no wish",
  async (body) => {
    expect(await wish(body)).toBe(422);
  },
);
