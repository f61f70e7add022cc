import { afterAll, beforeAll, expect, test } from "vitest";
import { POST as openLink } from "#app/api/sign-in/confirm/route.ts";
import { POST as ask } from "#app/api/sign-in/route.ts";
import { POST as signOut } from "#app/api/sign-out/route.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { cookiesOf, post } from "#tests/auth/calls.ts";
import { mailsTo } from "#tests/auth/mails.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient } from "#tests/support/people.ts";

beforeAll(() => {
  process.env.APP_URL = "https://portal.example.org";
});
onFreshDatabase();
afterAll(() => stopJobs(1_000));

test("on a real portal every cookie is bound to its host and to https", async () => {
  const { email } = await aClient();
  const asked = await post(ask, { email });
  expect(asked.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^__Host-si=[\w-]{43}; Max-Age=900; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
  ]);
  const [mail] = await mailsTo(email);
  expect(mail?.link).toMatch(/^https:\/\/portal\.example\.org\/sign-in\/confirm\?t=[\w-]{43}$/);
  const signedIn = await post(openLink, { token: mail?.token }, { cookie: cookiesOf(asked) });
  expect(signedIn.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^__Host-attune=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/),
  ]);
  const out = await post(signOut, {}, { cookie: cookiesOf(signedIn) });
  expect(out.headers.getSetCookie()).toContain(
    "__Host-attune=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax",
  );
});
