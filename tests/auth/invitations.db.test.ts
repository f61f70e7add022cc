import { eq } from "drizzle-orm";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { POST as typeCode } from "#app/api/sign-in/code/route.ts";
import { POST as openLink } from "#app/api/sign-in/confirm/route.ts";
import { asSystem } from "#db/client.ts";
import { clients, coaches, coachInvitations, sessionTypes, users, weeklyHours } from "#db/schema/index.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { inviteCoach, withdrawInvitation } from "#lib/practice/commands.ts";
import { anAddress, askedBy, forgetLimits, sessionOf } from "#tests/auth/asking.ts";
import { post } from "#tests/auth/calls.ts";
import { aHoldFor } from "#tests/auth/holds.ts";
import { mailsTo } from "#tests/auth/mails.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, anOwner } from "#tests/support/people.ts";

onFreshDatabase();
afterAll(() => stopJobs(1_000));
beforeEach(forgetLimits);

async function invited(email = anAddress()) {
  const owner = await anOwner();
  const { invitationId } = await inviteCoach(owner, { name: "Kim", email }, Date.now());
  return { owner, email, invitationId };
}

const personOf = async (email: string) =>
  (await asSystem("test", (tx) => tx.select().from(users).where(eq(users.email, email))))[0];
const invitationOf = async (id: string) =>
  (await asSystem("test", (tx) => tx.select().from(coachInvitations).where(eq(coachInvitations.id, id))))[0];

describe("somebody who was asked to coach", () => {
  test("becomes a coach by signing in, in the zone of their browser, with nothing open yet", async () => {
    const { email, invitationId } = await invited();
    const { cookie, code } = await askedBy(email);
    expect(await personOf(email)).toBeUndefined();
    const response = await post(typeCode, { email, code, zone: "Europe/Lisbon" }, { cookie });
    expect(await response.json()).toEqual({ next: "/coach" });
    const session = await sessionOf(response);
    expect(session?.viewer).toMatchObject({ role: "coach", isOwner: false });
    const id = session?.viewer.id ?? "";
    expect(await personOf(email)).toMatchObject({
      id,
      role: "coach",
      displayName: "Kim",
      zone: "Europe/Lisbon",
    });
    expect((await invitationOf(invitationId))?.acceptedAt).toBeGreaterThan(0);
    const made = await asSystem("test", async (tx) => ({
      coach: await tx.select({ zone: coaches.zone }).from(coaches).where(eq(coaches.id, id)),
      kinds: await tx
        .select({ kind: sessionTypes.kind, offered: sessionTypes.offered })
        .from(sessionTypes)
        .where(eq(sessionTypes.coachId, id)),
      hours: await tx.$count(weeklyHours, eq(weeklyHours.coachId, id)),
      asClient: await tx.$count(clients, eq(clients.id, id)),
    }));
    expect(made).toMatchObject({ coach: [{ zone: "Europe/Lisbon" }], hours: 0, asClient: 0 });
    expect(made.kinds).toHaveLength(6);
    expect(made.kinds.filter(({ offered }) => offered)).toEqual([]);
  });

  test("does so with the link as well, once, and signs in as themselves from then on", async () => {
    const { email } = await invited();
    const first = await askedBy(email);
    const linked = await post(openLink, { token: first.token }, { cookie: first.cookie });
    const { viewer } = (await sessionOf(linked)) ?? {};
    expect(viewer?.role).toBe("coach");
    expect((await personOf(email))?.zone).toBe("UTC");
    await forgetLimits();
    const second = await askedBy(email);
    const again = await sessionOf(await post(typeCode, { email, code: second.code, zone: "Asia/Tokyo" }));
    expect(again?.viewer.id).toBe(viewer?.id);
    expect((await personOf(email))?.zone).toBe("UTC");
  });

  test.each(["Europe/Nowhere", "\0", "../../etc/passwd"])(
    "comes in when their browser says %j",
    async (zone) => {
      const { email } = await invited();
      const { code } = await askedBy(email);
      expect((await post(typeCode, { email, code, zone })).status).toBe(200);
      expect((await personOf(email))?.zone).toBe("UTC");
    },
  );

  test("is nobody once the invitation was withdrawn, even with the mail in hand", async () => {
    const { owner, email, invitationId } = await invited();
    const { code, cookie, token } = await askedBy(email);
    await withdrawInvitation(owner, invitationId, Date.now());
    expect((await post(typeCode, { email, code })).status).toBe(422);
    expect((await post(openLink, { token }, { cookie })).status).toBe(409);
    expect(await personOf(email)).toBeUndefined();
    await forgetLimits();
    const before = (await mailsTo(email)).length;
    await askedBy(email);
    expect(await mailsTo(email)).toHaveLength(before);
  });

  test("is a coach even if they hold a time as a visitor", async () => {
    const { email } = await invited();
    await aHoldFor(email, "Kim");
    const { code } = await askedBy(email);
    const session = await sessionOf(await post(typeCode, { email, code }));
    expect(session?.viewer.role).toBe("coach");
  });

  test("stays a client if they had become one meanwhile", async () => {
    const { email, invitationId } = await invited();
    const client = await aClient({ email });
    const { code } = await askedBy(email);
    const session = await sessionOf(await post(typeCode, { email, code }));
    expect(session?.viewer).toMatchObject({ id: client.id, role: "client" });
    expect((await invitationOf(invitationId))?.acceptedAt).toBeNull();
  });
});

test("the owner is told from other coaches by what the session says", async () => {
  const owner = await anOwner({ email: anAddress() });
  const { code } = await askedBy(owner.email);
  const session = await sessionOf(await post(typeCode, { email: owner.email, code }));
  expect(session?.viewer).toMatchObject({ id: owner.id, role: "coach", isOwner: true });
});
