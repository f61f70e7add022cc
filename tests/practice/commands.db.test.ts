import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { asSystem, asViewer } from "#db/client.ts";
import { coachInvitations } from "#db/schema/index.ts";
import type { OwnerViewer } from "#lib/auth/viewer.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { inviteCoach, sendInvitationAgain, withdrawInvitation } from "#lib/practice/commands.ts";
import { inviteCoachInput } from "#lib/practice/input.ts";
import { findPractice } from "#lib/practice/queries.ts";
import { mailsTo } from "#tests/auth/mails.ts";
import { auditOf } from "#tests/bookings/look.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, anOwner, aType } from "#tests/support/people.ts";

onFreshDatabase();
afterAll(() => stopJobs(1_000));

const now = Date.parse("2026-12-01T08:00:00Z");
const anAddress = () => `${randomUUID()}@example.org`;

async function anInvitation() {
  const owner = await anOwner({ name: "Sol" });
  const email = anAddress();
  const { invitationId } = await inviteCoach(owner, { name: "Kim", email }, now);
  return { owner, email, invitationId };
}

const invitationsOf = async (owner: OwnerViewer) =>
  (await findPractice(owner)).invitations.map(({ email }) => email);
const stored = async (id: string) =>
  (await asSystem("test", (tx) => tx.select().from(coachInvitations).where(eq(coachInvitations.id, id))))[0];

describe("an owner who asks somebody to coach", () => {
  test("sends one letter, which says by whom, and with which address to begin", async () => {
    const { owner, email, invitationId } = await anInvitation();
    const mails = await mailsTo(email);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toBe("A note from your portal");
    expect(mails[0]?.text).toContain("Sol asks you to coach in this portal.");
    expect(mails[0]?.text).toContain(email);
    expect(mails[0]?.text).toContain("http://localhost:3000/sign-in");
    expect(mails[0]?.token).toBe("");
    expect(await invitationsOf(owner)).toContain(email);
    expect(await auditOf(invitationId)).toEqual([
      { action: "coach.invited", actor: owner.id, kind: "coach" },
    ]);
  });

  test("is told when the address is a client's, a coach's, or was asked already; nothing is sent then", async () => {
    const { owner, email } = await anInvitation();
    const [client, coach] = [await aClient(), await aCoach()];
    const ask = (address: string) => inviteCoach(owner, { name: "Kim", email: address }, now);
    await expect(ask(client.email)).rejects.toMatchObject({
      field: "email",
      status: 409,
      message:
        "A client comes here with this address, and nobody can be both with one. Please ask for another address.",
    });
    await expect(ask(coach.email)).rejects.toMatchObject({
      message: "Somebody coaches here with this address already.",
    });
    await expect(ask(email)).rejects.toMatchObject({
      message: "This address is asked already. You can send the letter once more below.",
    });
    expect([(await mailsTo(client.email)).length, (await mailsTo(coach.email)).length]).toEqual([0, 0]);
    expect(await mailsTo(email)).toHaveLength(1);
  });

  test("twice at once asks once", async () => {
    const [owner, email] = [await anOwner(), anAddress()];
    const both = await Promise.allSettled([1, 2].map(() => inviteCoach(owner, { name: "Kim", email }, now)));
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await mailsTo(email)).toHaveLength(1);
  });

  test("sends the letter once more, and not without end", async () => {
    const { owner, email, invitationId } = await anInvitation();
    for (const hours of [1, 2, 3]) await sendInvitationAgain(owner, invitationId, now + hours * 3_600_000);
    expect(await mailsTo(email)).toHaveLength(4);
    expect((await stored(invitationId))?.invitedAt).toBe(now + 3 * 3_600_000);
    await expect(sendInvitationAgain(owner, invitationId, now)).rejects.toMatchObject({ status: 429 });
  });

  test("takes it back once, and may ask again", async () => {
    const { owner, email, invitationId } = await anInvitation();
    await withdrawInvitation(owner, invitationId, now);
    expect(await invitationsOf(owner)).not.toContain(email);
    expect((await stored(invitationId))?.withdrawnAt).toBe(now);
    await expect(withdrawInvitation(owner, invitationId, now)).rejects.toMatchObject({ name: "NotFound" });
    await expect(sendInvitationAgain(owner, invitationId, now)).rejects.toMatchObject({ name: "NotFound" });
    await inviteCoach(owner, { name: "Kim", email }, now);
    expect(await invitationsOf(owner)).toContain(email);
    expect((await auditOf(invitationId)).map(({ action }) => action)).toEqual([
      "coach.invited",
      "coach.invitation_withdrawn",
    ]);
  });

  test("finds nothing where there is nothing", async () => {
    const owner = await anOwner();
    for (const act of [sendInvitationAgain, withdrawInvitation])
      await expect(act(owner, randomUUID(), now)).rejects.toMatchObject({ name: "NotFound" });
  });

  test("cannot ask without end", async () => {
    const owner = await anOwner();
    for (let asked = 0; asked < 20; asked++)
      await inviteCoach(owner, { name: "Kim", email: anAddress() }, now);
    await expect(inviteCoach(owner, { name: "Kim", email: anAddress() }, now)).rejects.toMatchObject({
      status: 429,
    });
  });
});

test("the practice is its coaches and whether each can be booked; whose access ended is not among them", async () => {
  const owner = await anOwner({ name: "Sol" });
  const [open, closed, gone] = [
    await aCoach(),
    await aCoach({ hours: [] }),
    await aCoach({ disabledAt: now }),
  ];
  for (const coach of [open, closed, gone]) await aType(coach);
  await aType(open, { kind: "integration", offered: false });
  const { coaches } = await findPractice(owner);
  const found = (id: string) => coaches.find((one) => one.id === id);
  expect(found(owner.id)).toMatchObject({ name: "Sol", role: "owner", kindsOffered: 0, isOpen: true });
  expect(found(open.id)).toMatchObject({ kindsOffered: 1, isOpen: true });
  expect(found(closed.id)).toMatchObject({ kindsOffered: 1, isOpen: false });
  expect(found(gone.id)).toBeUndefined();
});

test("beneath every check, invitations are the owner's alone", async () => {
  const { owner, invitationId } = await anInvitation();
  const [coach, client] = [await aCoach(), await aClient()];
  const look = (viewer: { id: string }) => asViewer(viewer, (tx) => tx.select().from(coachInvitations));
  expect((await look(owner)).length).toBeGreaterThan(0);
  for (const other of [coach, client]) {
    expect(await look(other)).toEqual([]);
    const values = { email: anAddress(), name: "Eve", invitedBy: other.id, invitedAt: now };
    await expect(asViewer(other, (tx) => tx.insert(coachInvitations).values(values))).rejects.toMatchObject({
      code: "42501",
    });
    // Somebody who calls themselves the owner to the program is none to the database.
    await expect(
      withdrawInvitation(other as unknown as OwnerViewer, invitationId, now),
    ).rejects.toMatchObject({
      name: "NotFound",
    });
  }
  expect((await stored(invitationId))?.withdrawnAt).toBeNull();
});

test("a name is one line, and an address is one", () => {
  const read = (input: object) => inviteCoachInput.safeParse(input).success;
  expect(read({ name: " Kim  Lee ", email: "Kim@Example.org" })).toBe(true);
  for (const bad of [
    { name: "", email: "a@b.org" },
    { name: "a\0", email: "a@b.org" },
    { name: "Kim", email: "kim" },
  ])
    expect(read(bad)).toBe(false);
});
