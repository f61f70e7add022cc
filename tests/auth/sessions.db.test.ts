import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { authSessions, users } from "#db/schema/index.ts";
import { hashSecret, newSecret } from "#lib/auth/one-way.ts";
import { endSession, findSession, openSession, slideSession } from "#lib/auth/sessions.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach } from "#tests/support/people.ts";

onFreshDatabase();

const hour = 3_600_000;
const day = 24 * hour;
const now = Date.now();

async function aSession({ role = "client" as "client" | "coach" | "owner", keep = true } = {}) {
  const { id: userId } = await (role === "client" ? aClient() : aCoach());
  await asSystem("test", (tx) => tx.update(users).set({ role }).where(eq(users.id, userId)));
  const token = newSecret();
  await asSystem("test", (tx) => openSession(tx, { userId, role, keep, token }, now));
  return { userId, token };
}

test.each([
  ["a client who is kept signed in", { role: "client", keep: true }, 14 * day],
  ["a client who is not", { role: "client", keep: false }, 12 * hour],
  ["a coach, kept or not,", { role: "coach", keep: true }, 12 * hour],
  ["an owner, kept or not,", { role: "owner", keep: true }, 12 * hour],
] as const)("%s is signed in until they have been away for long", async (_, who, idle) => {
  const { token, userId } = await aSession(who);
  expect((await findSession(token, now + idle - 1))?.viewer).toMatchObject({ id: userId });
  expect(await findSession(token, now + idle)).toBeUndefined();
});

test.each([
  ["a client who writes every day", { role: "client", keep: true }, day, 30 * day],
  ["a coach who works day and night", { role: "coach", keep: false }, 6 * hour, 7 * day],
] as const)("%s signs in again when the whole time is over", async (_, who, step, whole) => {
  const { token } = await aSession(who);
  for (let at = now + step; at < now + whole; at += step) {
    const session = await findSession(token, at);
    if (!session) throw new Error(`signed out after ${(at - now) / hour} hours`);
    await slideSession(session.viewer, at);
  }
  expect(await findSession(token, now + whole - 1)).toBeDefined();
  expect(await findSession(token, now + whole)).toBeUndefined();
});

test("an owner works as a coach", async () => {
  const { token } = await aSession({ role: "owner" });
  expect((await findSession(token, now))?.viewer.role).toBe("coach");
});

test("a session that was ended is over at once, and stays over", async () => {
  const { token } = await aSession();
  await asSystem("test", (tx) => endSession(tx, token, now));
  expect(await findSession(token, now)).toBeUndefined();
  expect(await asSystem("test", (tx) => endSession(tx, token, now))).toBeUndefined();
});

test("a person whose access was ended is signed out at once", async () => {
  const { token, userId } = await aSession();
  await asSystem("test", (tx) => tx.update(users).set({ disabledAt: now }).where(eq(users.id, userId)));
  expect(await findSession(token, now)).toBeUndefined();
});

test("an ended session cannot be slid back to life", async () => {
  const { token } = await aSession();
  const session = await findSession(token, now);
  await asSystem("test", (tx) => endSession(tx, token, now));
  if (session) await slideSession(session.viewer, now + hour);
  expect(await findSession(token, now + hour)).toBeUndefined();
});

test("a look changes nothing, and writes within five minutes count as one", async () => {
  const { token } = await aSession();
  const seen = async () => {
    const [row] = await asSystem("test", (tx) =>
      tx
        .select()
        .from(authSessions)
        .where(eq(authSessions.tokenHash, hashSecret(token))),
    );
    return row?.lastSeenAt;
  };
  const session = await findSession(token, now + hour);
  expect(await seen()).toBe(now);
  if (!session) throw new Error("signed out");
  await slideSession(session.viewer, now + 4 * 60_000);
  expect(await seen()).toBe(now);
  await slideSession(session.viewer, now + 6 * 60_000);
  expect(await seen()).toBe(now + 6 * 60_000);
});

test("a stranger's cookie is nobody's session", async () => {
  for (const token of [undefined, "", newSecret(), "x".repeat(5_000), "%00", "\u0000".repeat(43)])
    expect(await findSession(token, now)).toBeUndefined();
});

test("the database keeps a hash of the cookie, not the cookie", async () => {
  const { token } = await aSession();
  const rows = await asSystem("test", (tx) => tx.select().from(authSessions));
  for (const { tokenHash } of rows) {
    expect(tokenHash).toHaveLength(32);
    expect(tokenHash.equals(Buffer.from(token, "base64url"))).toBe(false);
  }
});
