import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { POST as typeCode } from "#app/api/sign-in/code/route.ts";
import { POST as ask } from "#app/api/sign-in/route.ts";
import { asSystem } from "#db/client.ts";
import { authTokens, users } from "#db/schema/index.ts";
import { issueToken } from "#lib/auth/tokens.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { inviteCoach } from "#lib/practice/commands.ts";
import { anAddress, forgetLimits } from "#tests/auth/asking.ts";
import { post } from "#tests/auth/calls.ts";
import { mailsTo } from "#tests/auth/mails.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, anOwner } from "#tests/support/people.ts";

onFreshDatabase();
afterAll(() => stopJobs(1_000));
beforeEach(forgetLimits);

test("known, unknown and ended addresses, and one that is asked for too often, get the same answer", async () => {
  const [known, ended] = [anAddress(), anAddress()];
  await aClient({ email: known });
  await aClient({ email: ended, disabledAt: Date.now() });
  const answers = [];
  for (const email of [known, anAddress(), ended, await anInvitedAddress(), known]) {
    const response = await post(ask, { email });
    const body = (await response.json()) as { until: string };
    expect(Date.parse(body.until) - Date.now()).toBeGreaterThan(9.9 * 60_000);
    answers.push({
      status: response.status,
      headers: [...response.headers].map(([name, value]) => [
        name,
        name === "set-cookie" ? value.length : value,
      ]),
      body: { ...body, until: body.until.length },
    });
  }
  for (const other of answers) expect(other).toEqual(answers[0]);
  expect(await mailsTo(known)).toHaveLength(1);
  expect(await mailsTo(ended)).toEqual([]);
});

/** Of somebody who is asked to coach here, and has not come yet. */
async function anInvitedAddress() {
  const email = anAddress();
  await inviteCoach(await anOwner(), { name: "Kim", email }, Date.now());
  return email;
}

test("known and unknown addresses are the same work: one link is stored, and no mail is left of the unknown one's", async () => {
  const [known, unknown] = [anAddress(), anAddress()];
  await aClient({ email: known });
  for (const email of [known, unknown]) {
    await post(ask, { email });
    const stored = await asSystem("test", (tx) =>
      tx.select().from(authTokens).where(eq(authTokens.email, email)),
    );
    expect(stored).toHaveLength(1);
  }
  expect(await mailsTo(unknown)).toEqual([]);
});

test("wrong codes for known, unknown and ended addresses are refused alike", async () => {
  const [known, ended] = [anAddress(), anAddress()];
  await aClient({ email: known });
  await aClient({ email: ended, disabledAt: Date.now() });
  const bodies = [];
  for (const email of [known, ended, await anInvitedAddress(), anAddress()]) {
    bodies.push(await (await post(typeCode, { email, code: "BBBBBB" })).json());
    await post(ask, { email });
    bodies.push(await (await post(typeCode, { email, code: "BBBBBB" })).json());
  }
  for (const body of bodies) expect(body).toEqual(bodies[0]);
  expect(bodies[0].error).toEqual({
    code: "wrong_code",
    field: "code",
    message: "Sorry, that is not the code in our newest mail. If you asked twice, please use the later one.",
  });
});

test("nobody comes into being by guessing the code of an unknown address", async () => {
  const email = anAddress();
  const { code } = await asSystem("test", (tx) =>
    issueToken(tx, { email, expiresAt: Date.now() + 60_000, now: Date.now() }),
  );
  const response = await post(typeCode, { email, code });
  expect(response.status).toBe(422);
  expect((await response.json()).error.code).toBe("wrong_code");
  const found = await asSystem("test", (tx) => tx.select().from(users).where(eq(users.email, email)));
  expect(found).toEqual([]);
});
