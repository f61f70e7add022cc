import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { POST as askAgain } from "#app/api/sign-in/again/route.ts";
import { POST as typeCode } from "#app/api/sign-in/code/route.ts";
import { POST as openLink } from "#app/api/sign-in/confirm/route.ts";
import { POST as signOut } from "#app/api/sign-out/route.ts";
import { asSystem } from "#db/client.ts";
import { authSessions, authTokens, rateLimits, users } from "#db/schema/index.ts";
import { hashSecret } from "#lib/auth/one-way.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { askedBy, forgetLimits, sessionOf, someoneAsked } from "#tests/auth/asking.ts";
import { cookiesOf, post } from "#tests/auth/calls.ts";
import { mailsTo } from "#tests/auth/mails.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";

onFreshDatabase();
afterAll(() => stopJobs(1_000));
beforeEach(forgetLimits);

test("a client asks, opens the link from the mail in the same browser, and is signed in", async () => {
  const { id, cookie, token, subject } = await someoneAsked();
  expect(subject).toBe("A note from your portal");
  const response = await post(openLink, { token }, { cookie });
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({ next: "/sessions" });
  expect((await sessionOf(response))?.viewer).toMatchObject({ id, role: "client" });
});

test("the session's cookie is for our own server only, and ends with the browser unless it is kept", async () => {
  const first = await someoneAsked();
  const [brief] = (
    await post(openLink, { token: first.token }, { cookie: first.cookie })
  ).headers.getSetCookie();
  expect(brief).toMatch(/^attune=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  const second = await someoneAsked();
  const [kept] = (
    await post(openLink, { token: second.token, keep: true }, { cookie: second.cookie })
  ).headers.getSetCookie();
  expect(kept).toMatch(/^attune=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
  const days = (Date.parse(/Expires=([^;]+)/.exec(kept ?? "")?.[1] ?? "") - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(29.9);
  expect(days).toBeLessThan(30.1);
});

test("on another device the code does it, whoever's browser asked", async () => {
  const { email, id, code } = await someoneAsked("coach");
  const response = await post(typeCode, { email: ` ${email.toUpperCase()} `, code: code?.toLowerCase() });
  expect(await response.json()).toEqual({ next: "/coach" });
  expect((await sessionOf(response))?.viewer).toMatchObject({ id, role: "coach" });
});

test("a person goes back to where they were, when that is a place for them", async () => {
  const client = await someoneAsked("client", { next: "/sessions/3f2c" });
  expect(new URL(client.link ?? "").searchParams.get("next")).toBe("/sessions/3f2c");
  const led = await post(
    openLink,
    { token: client.token, next: "/sessions/3f2c" },
    { cookie: client.cookie },
  );
  expect(await led.json()).toEqual({ next: "/sessions/3f2c" });
  const astray = await someoneAsked("client", { next: "https://evil.example" });
  expect(new URL(astray.link ?? "").searchParams.has("next")).toBe(false);
  const kept = await post(
    openLink,
    { token: astray.token, next: "//evil.example" },
    { cookie: astray.cookie },
  );
  expect(await kept.json()).toEqual({ next: "/sessions" });
});

test("in another browser the link asks for its address, and a stranger's address does not do", async () => {
  const { email, token } = await someoneAsked();
  const nothing = await post(openLink, { token });
  expect(nothing.status).toBe(422);
  expect((await nothing.json()).error).toMatchObject({ code: "address_needed", field: "email" });
  const wrong = await post(openLink, { token, email: "mallory@example.org" });
  expect((await wrong.json()).error).toMatchObject({ code: "other_address", field: "email" });
  expect(wrong.headers.getSetCookie()).toEqual([]);
  const right = await post(openLink, { token, email: ` ${email.toUpperCase()}` });
  expect(await sessionOf(right)).toBeDefined();
});

test("fifty presses at once are one session", async () => {
  const { id, cookie, token } = await someoneAsked();
  const responses = await Promise.all(
    Array.from({ length: 50 }, () => post(openLink, { token }, { cookie })),
  );
  expect(responses.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(responses.filter(({ status }) => status === 409)).toHaveLength(49);
  const sessions = await asSystem("test", (tx) =>
    tx.select().from(authSessions).where(eq(authSessions.userId, id)),
  );
  expect(sessions).toHaveLength(1);
});

test("signing in again ends the session that this browser had", async () => {
  const first = await someoneAsked();
  const before = await post(openLink, { token: first.token }, { cookie: first.cookie });
  const second = await someoneAsked();
  const after = await post(
    openLink,
    { token: second.token },
    { cookie: `${second.cookie}; ${cookiesOf(before)}` },
  );
  expect(await sessionOf(before)).toBeUndefined();
  expect((await sessionOf(after))?.viewer.id).toBe(second.id);
});

test("twin: signing in elsewhere leaves it alone", async () => {
  const first = await someoneAsked();
  const before = await post(openLink, { token: first.token }, { cookie: first.cookie });
  await forgetLimits();
  const again = await askedBy(first.email);
  await post(openLink, { token: again.token }, { cookie: again.cookie });
  expect(await sessionOf(before)).toBeDefined();
});

test("signing out ends the session and clears the browser", async () => {
  const { cookie, token } = await someoneAsked();
  const signedIn = await post(openLink, { token }, { cookie });
  const response = await post(signOut, {}, { cookie: cookiesOf(signedIn) });
  expect(response.status).toBe(200);
  expect(response.headers.get("clear-site-data")).toBe('"cache", "cookies", "storage"');
  expect(response.headers.getSetCookie().join("\n")).toContain("attune=; Max-Age=0");
  expect(await sessionOf(signedIn)).toBeUndefined();
  expect((await post(signOut, {})).status).toBe(200);
});

test("somebody whose access ended after the mail was sent does not get in, by link or by code", async () => {
  for (const way of ["link", "code"]) {
    const { id, email, cookie, token, code } = await someoneAsked();
    await asSystem("test", (tx) => tx.update(users).set({ disabledAt: Date.now() }).where(eq(users.id, id)));
    const response =
      way === "link" ? await post(openLink, { token }, { cookie }) : await post(typeCode, { email, code });
    expect((await response.json()).error.code).toBe(way === "link" ? "link_ended" : "wrong_code");
    expect(response.headers.getSetCookie()).toEqual([]);
  }
});

test("a new mail for an ended link goes to the same address, and the old link tells nobody which", async () => {
  const { email, token } = await someoneAsked();
  await asSystem("test", (tx) =>
    tx
      .update(authTokens)
      .set({ expiresAt: Date.now() - 1 })
      .where(eq(authTokens.email, email)),
  );
  await asSystem("test", (tx) => tx.delete(rateLimits));
  const response = await post(askAgain, { token });
  expect(await response.text()).not.toContain(email);
  expect(await mailsTo(email)).toHaveLength(2);
  const unknown = await post(askAgain, { token: "x".repeat(43) });
  expect((await unknown.json()).error.code).toBe("link_unknown");
});

test("a session's secret is nowhere in the database", async () => {
  const { cookie, token } = await someoneAsked();
  const response = await post(openLink, { token }, { cookie });
  const secret = /attune=([^;]+)/.exec(response.headers.getSetCookie().join())?.[1] ?? "";
  const rows = await asSystem("test", (tx) => tx.select().from(authSessions));
  expect(rows.some(({ tokenHash }) => tokenHash.equals(hashSecret(secret)))).toBe(true);
  expect(JSON.stringify(rows)).not.toContain(secret);
});
