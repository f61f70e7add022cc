import { afterAll, beforeAll, expect, test } from "vitest";
import { POST as typeCode } from "#app/api/sign-in/code/route.ts";
import { POST as openLink } from "#app/api/sign-in/confirm/route.ts";
import { POST as ask } from "#app/api/sign-in/route.ts";
import { POST as signOut } from "#app/api/sign-out/route.ts";
import { closeDatabase } from "#db/client.ts";
import { newSecret } from "#lib/auth/one-way.ts";
import { findSession } from "#lib/auth/sessions.ts";
import { Unavailable } from "#lib/refusal.ts";
import { post } from "#tests/auth/calls.ts";

// Port 9 is closed: a database that is away.
beforeAll(() => {
  process.env.DATABASE_URL = "postgres://nobody@127.0.0.1:9/none";
});
afterAll(closeDatabase);

test("while the database is away nobody is told that they are signed out", async () => {
  await expect(findSession(newSecret(), Date.now())).rejects.toBeInstanceOf(Unavailable);
});

test("twin: without a cookie there is nothing to ask, and a visitor stays a visitor", async () => {
  expect(await findSession(undefined, Date.now())).toBeUndefined();
});

test.each([
  ["asking for a mail", () => post(ask, { email: "alex@example.org" })],
  ["opening a link", () => post(openLink, { token: newSecret() })],
  ["typing a code", () => post(typeCode, { email: "alex@example.org", code: "K7M2XB" })],
  ["signing out", () => post(signOut, {}, { cookie: `attune=${newSecret()}` })],
])("%s while the database is away is answered with: try again", async (_, call) => {
  const response = await call();
  expect(response.status).toBe(503);
  expect(response.headers.get("retry-after")).toBe("10");
  expect(response.headers.getSetCookie()).toEqual([]);
});
