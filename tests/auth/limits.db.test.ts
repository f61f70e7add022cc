import { like } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { POST as openLink } from "#app/api/sign-in/confirm/route.ts";
import { POST as ask } from "#app/api/sign-in/route.ts";
import { asSystem } from "#db/client.ts";
import { rateLimits } from "#db/schema/index.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { anAddress, forgetLimits, someoneAsked } from "#tests/auth/asking.ts";
import { cookiesOf, post } from "#tests/auth/calls.ts";
import { mailsTo } from "#tests/auth/mails.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient } from "#tests/support/people.ts";

onFreshDatabase();
afterAll(() => stopJobs(1_000));
beforeEach(forgetLimits);

test("an address is written to once a minute and five times an hour, and nobody is told when not", async () => {
  const email = anAddress();
  await aClient({ email: email });
  for (let minutes = 0; minutes < 9; minutes++) {
    expect((await post(ask, { email })).status).toBe(200);
    expect((await post(ask, { email })).status).toBe(200);
    expect(await mailsTo(email)).toHaveLength(Math.min(minutes + 1, 5));
    await asSystem("a minute goes by", (tx) =>
      tx.delete(rateLimits).where(like(rateLimits.key, "ask-minute%")),
    );
  }
});

test("one network may ask twenty times an hour, then it is told to wait; others are not", async () => {
  const from = (address: string) => post(ask, { email: anAddress() }, { address });
  for (let asked = 0; asked < 20; asked++) expect((await from("198.51.100.1")).status).toBe(200);
  const refused = await from("198.51.100.1");
  expect(refused.status).toBe(429);
  expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(3_500);
  expect((await from("198.51.100.2")).status).toBe(200);
});

test("somebody who asks for another's address again and again cannot keep a browser out that was signed in", async () => {
  const { email, cookie, token } = await someoneAsked();
  const signedIn = await post(openLink, { token }, { cookie });
  await post(ask, { email }, { address: "198.51.100.9" });
  const before = (await mailsTo(email)).length;
  await post(ask, { email }, { address: "198.51.100.9" });
  expect(await mailsTo(email)).toHaveLength(before);
  await post(ask, { email }, { cookie: cookiesOf(signedIn) });
  expect(await mailsTo(email)).toHaveLength(before + 1);
});

test("limits keep no address in clear", async () => {
  const email = anAddress();
  await post(ask, { email }, { address: "198.51.100.77" });
  const rows = await asSystem("test", (tx) => tx.select().from(rateLimits));
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toMatch(/person-|198\.51/);
});
