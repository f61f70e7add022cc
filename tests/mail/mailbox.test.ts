import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { idempotencyKeys } from "#lib/mail/mailbox/idempotency.ts";
import { startMailbox } from "#lib/mail/mailbox/server.ts";

let mailbox: Awaited<ReturnType<typeof startMailbox>>;
beforeAll(async () => {
  mailbox = await startMailbox({ port: 0 });
});
afterAll(() => mailbox.stop());

const aMail = {
  from: "Attune <portal@example.org>",
  to: "ada@example.org",
  subject: "A note",
  text: "Hello",
};
const authorization = "Bearer re_test";

async function ask(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = { authorization },
) {
  const answer = await fetch(mailbox.url + path, {
    method,
    headers,
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, text, json: () => JSON.parse(text) };
}
const post = (mail: unknown, key?: string) =>
  ask("POST", "/emails", mail, { authorization, ...(key !== undefined && { "idempotency-key": key }) });

describe("the local mailbox", () => {
  test("takes a mail and shows it to whoever asks by its address, newest first", async () => {
    const { status, json } = await post({
      ...aMail,
      to: ["Bea <Bea@example.org>"],
      html: "<p>Hi</p>",
      headers: { "X-A": "b" },
    });
    expect(status).toBe(200);
    await post({ ...aMail, to: "bea@example.org", subject: "Later" });
    const mails = (await ask("GET", "/messages?to=bea@EXAMPLE.org")).json();
    expect(mails.map(({ subject }: { subject: string }) => subject)).toEqual(["Later", "A note"]);
    expect(mails[1]).toMatchObject({
      id: json().id,
      from: aMail.from,
      to: ["Bea <Bea@example.org>"],
      html: "<p>Hi</p>",
      text: "Hello",
      headers: { "X-A": "b" },
      attachments: [],
      idempotencyKey: null,
    });
    expect(Date.parse(mails[1].createdAt)).toBeGreaterThan(Date.now() - 60_000);
  });

  test("takes the same mail under the same key once, and answers it the same", async () => {
    const [first, second] = [await post(aMail, "same"), await post(aMail, "same")];
    expect(second.json()).toEqual(first.json());
    expect((await ask("GET", "/ledger")).json().keys.same).toEqual({ accepted: 1, requests: 2 });
  });

  test("takes it twice without a key, so that a key is what keeps it single", async () => {
    const to = "twice@example.org";
    await post({ ...aMail, to });
    await post({ ...aMail, to });
    expect((await ask("GET", `/messages?to=${to}`)).json()).toHaveLength(2);
  });

  test("notes when each request came, with its key and its bytes", async () => {
    const began = Date.now();
    for (const text of ["one", "one", "two"]) await post({ ...aMail, text }, "noted");
    const came = (await ask("GET", "/requests")).json().slice(-3);
    expect(came.map(({ key }: { key: string }) => key)).toEqual(["noted", "noted", "noted"]);
    expect([came[0].hash === came[1].hash, came[1].hash === came[2].hash]).toEqual([true, false]);
    for (const { at } of came) expect(at).toBeGreaterThanOrEqual(began);
  });

  test("gives faults by their shares, in the same order for the same seed", async () => {
    const shares = [
      { fault: "429", share: 0.3, retryAfterSeconds: 1 },
      { fault: "500", share: 0.2 },
    ];
    const course = async (seed: number) => {
      expect((await ask("POST", "/fault-shares", { seed, shares })).json()).toEqual({ armed: 2 });
      const statuses: number[] = [];
      while (statuses.length < 100) statuses.push((await post(aMail)).status);
      return statuses;
    };
    const [first, again, other] = [await course(7), await course(7), await course(8)];
    await ask("DELETE", "/faults");
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    const share = (status: number) => first.filter((one) => one === status).length;
    expect(share(429)).toBeGreaterThan(15);
    expect(share(429)).toBeLessThan(45);
    expect(share(500)).toBeGreaterThan(8);
    expect(share(200)).toBeGreaterThan(35);
    expect((await post(aMail)).status).toBe(200);
  });

  test("refuses shares that are more than everything, or none that it knows", async () => {
    const shares = [
      { fault: "500", share: 0.6 },
      { fault: "hang", share: 0.6 },
    ];
    for (const wrong of [
      { seed: 1, shares },
      { seed: 1, shares: [{ fault: "rain", share: 0.1 }] },
      { shares: [] },
    ])
      expect((await ask("POST", "/fault-shares", wrong)).status).toBe(422);
  });

  test("refuses another mail under a used key", async () => {
    await post(aMail, "used");
    const { status, json } = await post({ ...aMail, subject: "Other" }, "used");
    expect(status).toBe(409);
    expect(json()).toMatchObject({ statusCode: 409, name: "invalid_idempotent_request" });
  });

  test("refuses a key that is in flight, and frees it when that came to nothing", async () => {
    await ask("POST", "/faults", { fault: "hang" });
    const abort = new AbortController();
    const hanging = fetch(`${mailbox.url}/emails`, {
      method: "POST",
      headers: { authorization, "idempotency-key": "flying" },
      body: JSON.stringify(aMail),
      signal: abort.signal,
    }).catch(() => "gave up");
    while ((await ask("GET", "/faults")).json().length > 0);
    const { status, json } = await post(aMail, "flying");
    expect([status, json().name]).toEqual([409, "concurrent_idempotent_requests"]);
    abort.abort();
    expect(await hanging).toBe("gave up");
    await expect.poll(async () => (await post(aMail, "flying")).status).toBe(200);
  });

  test("forgets a key after a day", () => {
    let now = 0;
    const keys = idempotencyKeys(() => now);
    keys.begin("k", "body");
    keys.finish("k", { id: "1" });
    now = 24 * 60 * 60 * 1_000 - 1;
    expect(keys.begin("k", "body")).toEqual({ answer: { id: "1" } });
    now += 1;
    expect(keys.begin("k", "other")).toBeUndefined();
  });

  test("takes a batch, without attachments", async () => {
    const { status, json } = await ask("POST", "/emails/batch", [aMail, aMail]);
    expect([status, json().data.length]).toEqual([200, 2]);
    const withFile = { ...aMail, attachments: [{ filename: "a.txt", content: "YQ==" }] };
    expect((await ask("POST", "/emails/batch", [withFile])).status).toBe(422);
    expect((await ask("POST", "/emails/batch", aMail)).status).toBe(422);
  });

  test.each([
    [401, "missing_api_key", aMail, {}],
    [422, "missing_required_field", { ...aMail, from: undefined }],
    [422, "missing_required_field", { ...aMail, to: undefined }],
    [422, "missing_required_field", { ...aMail, to: [] }],
    [422, "missing_required_field", { ...aMail, subject: "" }],
    [422, "missing_required_field", { ...aMail, text: undefined }],
    [422, "validation_error", { ...aMail, from: "Attune" }],
    [422, "validation_error", { ...aMail, to: "ada@example.org\r\nBcc: eve@example.org" }],
    [422, "validation_error", { ...aMail, subject: "a\r\nBcc: eve@example.org" }],
    [422, "validation_error", { ...aMail, tags: [{ name: "a b", value: "c" }] }],
    [422, "validation_error", []],
    [422, "invalid_attachment", { ...aMail, attachments: [{ filename: "a.txt", content: "not base64!" }] }],
    [400, "validation_error", "{"],
    [400, "invalid_idempotency_key", aMail, { authorization, "idempotency-key": "k".repeat(257) }],
  ])(
    "refuses with %i %s what Resend refuses",
    async (status, name, mail, headers?: Record<string, string>) => {
      const before = (await ask("GET", "/ledger")).json().accepted;
      const answer = await ask("POST", "/emails", mail, headers);
      expect(answer.status).toBe(status);
      expect(answer.json()).toEqual({ statusCode: status, name, message: expect.any(String) });
      expect((await ask("GET", "/ledger")).json().accepted).toBe(before);
    },
  );

  test("answers anything with less than 500", async () => {
    const bodies = fc.oneof(fc.json(), fc.string(), fc.constant(JSON.stringify(aMail)));
    const paths = fc.oneof(
      fc.constantFrom(
        "/emails",
        "/emails/batch",
        "/faults",
        "/messages",
        "/messages/x/view",
        "/messages/%/html",
        "/",
      ),
      fc.webPath(),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("GET", "POST", "PUT", "DELETE", "PATCH"),
        paths,
        bodies,
        async (method, path, body) => {
          const { status } = await ask(method, path, method === "GET" ? undefined : body);
          expect(status).toBeLessThan(500);
        },
      ),
      { numRuns: 300 },
    );
    await ask("DELETE", "/faults");
  });

  test("refuses a body larger than 40 MB", async () => {
    const { status } = await post({ ...aMail, text: "x".repeat(41 * 1024 * 1024) });
    expect(status).toBe(413);
  });

  test("shows a letter where nothing in it can run or load, and hands out its files", async () => {
    const content = Buffer.from("BEGIN:VCALENDAR").toString("base64");
    const hostile = `<script>parent.x=1</script><a href="https://portal.example/">go</a>`;
    const { json } = await post({
      ...aMail,
      subject: `<img src=x onerror=alert(1)>`,
      html: hostile,
      attachments: [{ filename: "invite.ics", content, content_type: "text/calendar; method=REQUEST" }],
    });
    const page = await ask("GET", `/messages/${json().id}/view`);
    expect(page.text).not.toContain("<img");
    expect(page.text).toContain(`sandbox="allow-popups allow-popups-to-escape-sandbox"`);
    const letter = await ask("GET", `/messages/${json().id}/html`);
    expect(letter.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox allow-popups/);
    const file = await ask("GET", `/messages/${json().id}/attachments/0`);
    expect(file.text).toBe("BEGIN:VCALENDAR");
    expect(file.headers.get("content-type")).toBe("text/calendar; method=REQUEST");
    expect(file.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''invite.ics");
  });

  test("does not answer to a name that somebody else pointed at this machine", async () => {
    const { request } = await import("node:http");
    const status = await new Promise((resolve, reject) => {
      const asked = request(`${mailbox.url}/messages`, { headers: { host: "evil.example" } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      });
      asked.on("error", reject).end();
    });
    expect(status).toBe(403);
  });

  test("keeps the last two thousand mails", async () => {
    for (let hundreds = 0; hundreds < 21; hundreds += 1)
      await ask(
        "POST",
        "/emails/batch",
        Array.from({ length: 100 }, () => aMail),
      );
    expect((await ask("GET", "/messages")).json()).toHaveLength(2_000);
    await ask("DELETE", "/messages");
    expect((await ask("GET", "/messages")).json()).toEqual([]);
  });
});
