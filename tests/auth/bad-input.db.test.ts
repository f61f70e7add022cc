import { afterAll, beforeEach, expect, test } from "vitest";
import { POST as askAgain } from "#app/api/sign-in/again/route.ts";
import { POST as typeCode } from "#app/api/sign-in/code/route.ts";
import { POST as openLink } from "#app/api/sign-in/confirm/route.ts";
import { POST as ask } from "#app/api/sign-in/route.ts";
import { POST as signOut } from "#app/api/sign-out/route.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { anAddress, forgetLimits } from "#tests/auth/asking.ts";
import { post } from "#tests/auth/calls.ts";
import { everyRow } from "#tests/auth/every-row.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";

const database = onFreshDatabase();
afterAll(() => stopJobs(1_000));
beforeEach(forgetLimits);

const bad = [
  "",
  "{",
  "[]",
  "null",
  "7",
  '"x"',
  "\u0000",
  '{"__proto__":{"email":"a@example.org"}}',
  { email: "foo" },
  { email: "al\u0000ex@example.org" },
  { email: ["a@example.org"] },
  { email: `${"a".repeat(30_000)}@example.org` },
  { email: "alex@example.org", code: { $gt: "" } },
  { email: "alex@example.org", extra: 1 },
  { email: "alex@example.org", code: "x".repeat(41) },
  { token: 7 },
  { token: "x".repeat(101) },
  { token: "\u0000".repeat(43), email: "x" },
  { email: "alex@example.org", next: 7 },
  { email: "alex@example.org", code: "", keep: "yes" },
];

test.each([
  ["asking", ask],
  ["asking again", askAgain],
  ["opening a link", openLink],
  ["typing a code", typeCode],
  ["signing out", signOut],
])("%s with something that makes no sense is refused, and changes nothing", async (_, route) => {
  const before = await everyRow(database.adminUrl);
  for (const body of bad) {
    const response = await post(route, body);
    expect(response.status, JSON.stringify(body)).toBe(422);
    expect((await response.json()).error.message).toMatch(/\.$/);
  }
  for (const headers of [
    { origin: "https://evil.example" },
    { origin: "null" },
    { "sec-fetch-site": "cross-site" },
  ] as Record<string, string>[])
    expect((await post(route, {}, { headers })).status).toBe(403);
  expect(await everyRow(database.adminUrl)).toEqual(before);
});

test("twin: something that makes sense does change rows, and that is seen", async () => {
  const before = await everyRow(database.adminUrl);
  await post(ask, { email: anAddress() });
  expect(await everyRow(database.adminUrl)).not.toEqual(before);
});
