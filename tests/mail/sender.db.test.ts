import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { messages } from "#db/schema/index.ts";
import { sendMessage } from "#lib/mail/sender.ts";
import { planned } from "#tests/support/letters.ts";
import { onPostOffice } from "./post-office.ts";

const office = onPostOffice();
const minute = 60_000;
const hour = 60 * minute;

async function rowOf(id: string) {
  const [row] = await asSystem("a test looks", (tx) => tx.select().from(messages).where(eq(messages.id, id)));
  if (!row) throw new Error("It is gone");
  return row;
}

const send = (id: string, later = 0) => sendMessage(id, "booking", () => Date.now() + later);

describe("sending a mail", () => {
  test("marks it sent, keeps Resend's id, and what stood in it until it is known to have arrived", async () => {
    const id = await planned();
    expect(await send(id)).toBe("sent");
    const row = await rowOf(id);
    expect(row).toMatchObject({ state: "sent", attempts: 1 });
    expect(row.payload).not.toBeNull();
    expect(row.providerId).toMatch(/^[\da-f-]{36}$/);
    expect(await send(id)).toBe("not due");
    expect(await office.ledger(id)).toEqual({ accepted: 1, requests: 1 });
  });

  test("forgets a way in at once", async () => {
    const id = await planned({ kind: "sign_in", expiresAt: Date.now() + 10 * minute });
    expect(await send(id)).toBe("sent");
    expect(await rowOf(id)).toMatchObject({ state: "sent", payload: null });
  });

  test("twenty at once send it once", async () => {
    const id = await planned();
    const ends = await Promise.all(Array.from({ length: 20 }, () => send(id)));
    expect(ends.filter((end) => end === "sent")).toHaveLength(1);
    expect(ends.filter((end) => end === "not due")).toHaveLength(19);
    expect(await office.ledger(id)).toEqual({ accepted: 1, requests: 1 });
  });

  test("a lost answer leads to a second try and to one mail", async () => {
    await office.arm({ fault: "accept-then-drop" });
    const id = await planned();
    expect(await send(id)).toBe("again");
    expect(await send(id)).toBe("not due");
    expect(await send(id, minute)).toBe("sent");
    expect(await office.ledger(id)).toEqual({ accepted: 1, requests: 2 });
  });

  test("the same bytes go out on every try, whatever the settings say meanwhile", async () => {
    await office.arm(
      { fault: "accept-then-drop" },
      { fault: "500" },
      { fault: "accept-then-drop", times: 2 },
    );
    const id = await planned();
    for (const later of [0, minute, hour, 2 * hour]) expect(await send(id, later)).toBe("again");
    expect(await send(id, 3 * hour)).toBe("sent");
    // Other bytes under the key would have been refused as invalid_idempotent_request, and noted.
    expect(await rowOf(id)).toMatchObject({ state: "sent", lastError: null });
    expect(await office.ledger(id)).toEqual({ accepted: 1, requests: 5 });
  });

  test.each(["reset", "500", "503"])("after %s it waits longer each time and then arrives", async (fault) => {
    await office.arm({ fault, times: 3 });
    const id = await planned();
    const waits: number[] = [];
    let later = 0;
    for (let tries = 0; tries < 3; tries += 1) {
      expect(await send(id, later)).toBe("again");
      const due = (await rowOf(id)).notBefore ?? 0;
      waits.push(due - Date.now() - later);
      later = due - Date.now() + 1_000;
    }
    expect(waits[0]).toBeGreaterThan(3_000);
    expect(waits[1]).toBeGreaterThan((waits[0] ?? 0) * 1.3);
    expect(waits[2]).toBeGreaterThan((waits[1] ?? 0) * 1.3);
    expect(await send(id, later)).toBe("sent");
    expect((await office.ledger(id)).accepted).toBe(1);
  });

  test("too many at once: it waits as long as it was told, and the try does not count", async () => {
    await office.arm({ fault: "429", retryAfterSeconds: 2 });
    const id = await planned();
    expect(await send(id)).toBe("again");
    const row = await rowOf(id);
    expect(row).toMatchObject({
      state: "planned",
      attempts: 0,
      firstAttemptAt: null,
      lastError: "rate_limit_exceeded",
    });
    expect((row.notBefore ?? 0) - Date.now()).toBeGreaterThan(1_000);
    expect(await send(id, 4_000)).toBe("sent");
  });

  test("the key in flight elsewhere: once more after five seconds", async () => {
    await office.arm({ fault: "409", name: "concurrent_idempotent_requests" });
    const id = await planned();
    expect(await send(id)).toBe("again");
    expect(await send(id, 4_000)).toBe("not due");
    expect(await send(id, 6_000)).toBe("sent");
  });

  test("the key used with other bytes counts as sent, and is noted", async () => {
    await office.arm({ fault: "409", name: "invalid_idempotent_request" });
    const id = await planned();
    expect(await send(id)).toBe("sent");
    expect(await rowOf(id)).toMatchObject({ state: "sent", lastError: "invalid_idempotent_request" });
  });

  test.each(["400", "403", "422"])(
    "an answer of %s ends it, and it can still be read by whoever mends it",
    async (fault) => {
      await office.arm({ fault, name: "validation_error" });
      const id = await planned();
      expect(await send(id)).toBe("dead");
      const row = await rowOf(id);
      expect(row).toMatchObject({ state: "dead", lastError: "validation_error" });
      expect(row.payload).not.toBeNull();
      expect(await send(id, hour)).toBe("not due");
    },
  );

  test("a way in is tried again at once, for somebody waits", async () => {
    await office.arm(
      { fault: "500" },
      { fault: "hang" },
      { fault: "429", retryAfterSeconds: 1 },
      { fault: "409" },
    );
    const id = await planned({ kind: "sign_in", expiresAt: Date.now() + 10 * minute });
    const began = Date.now();
    expect(await sendMessage(id, "sign-in")).toBe("sent");
    expect(Date.now() - began).toBeLessThan(6_000);
    expect(await office.ledger(id)).toEqual({ accepted: 1, requests: 5 });
  });

  test("a way in that nobody can use any more is not sent", async () => {
    const id = await planned({ kind: "sign_in", expiresAt: Date.now() + 10 * minute });
    expect(await send(id, 10 * minute)).toBe("dropped");
    expect(await rowOf(id)).toMatchObject({ state: "dropped", payload: null });
    expect(await office.ledger(id)).toEqual({ accepted: 0, requests: 0 });
  });

  test("what may have been taken a day ago is never sent again blindly", async () => {
    await office.arm({ fault: "accept-then-drop" });
    const id = await planned();
    expect(await send(id)).toBe("again");
    expect(await send(id, 23 * hour + minute)).toBe("unsure");
    expect((await rowOf(id)).payload).not.toBeNull();
    expect(await send(id, 24 * hour)).toBe("not due");
    expect(await office.ledger(id)).toEqual({ accepted: 1, requests: 1 });
  });

  test("what was certainly refused a day ago is sent", async () => {
    await office.arm({ fault: "429", retryAfterSeconds: 1 });
    const id = await planned();
    expect(await send(id)).toBe("again");
    expect(await send(id, 30 * hour)).toBe("sent");
  });

  test("a mail left behind by a process that died is taken up after a while", async () => {
    const id = await planned();
    await asSystem("a process claims and dies", (tx) =>
      tx
        .update(messages)
        .set({ state: "sending", attempts: 1, firstAttemptAt: Date.now(), notBefore: Date.now() + 20_000 })
        .where(eq(messages.id, id)),
    );
    expect(await send(id, 19_000)).toBe("not due");
    expect(await send(id, 21_000)).toBe("sent");
    expect((await rowOf(id)).attempts).toBe(2);
  });
});

describe("a wrong key at Resend", () => {
  test("holds everything for a while and loses nothing", async () => {
    await office.arm({ fault: "401", name: "invalid_api_key" });
    const [first, second] = [await planned(), await planned()];
    expect(await send(first)).toBe("again");
    expect(await send(second)).toBe("postponed");
    expect(await rowOf(first)).toMatchObject({ state: "planned", attempts: 0, firstAttemptAt: null });
    expect(await send(first, 2 * minute)).toBe("sent");
    expect(await send(second, 2 * minute)).toBe("sent");
  });
});
