import { and, eq, isNull } from "drizzle-orm";
import { asSystem, asViewer, type Tx } from "#db/client.ts";
import { coachInvitations, users } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { OwnerViewer } from "#lib/auth/viewer.ts";
import { takeFromBudget } from "#lib/limits/limits.ts";
import type { InviteCoachInput } from "#lib/practice/input.ts";
import { coachInvited } from "#lib/practice/letters.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";

const hour = 3_600;

/** Asks somebody to coach here, with a letter that tells them how to begin. */
export async function inviteCoach(owner: OwnerViewer, { name, email }: InviteCoachInput, now: number) {
  await takeFromBudget({ name: "invite-coach", key: owner.id, points: 20, seconds: hour });
  await demandUnknown(email);
  return asViewer(owner, async (tx) => {
    const [invitation] = await tx
      .insert(coachInvitations)
      .values({ name, email, invitedBy: owner.id, invitedAt: now })
      .onConflictDoNothing()
      .returning({ id: coachInvitations.id });
    if (!invitation)
      throw new Refusal("This address is asked already. You can send the letter once more below.", {
        field: "email",
        code: "invited_already",
        status: 409,
      });
    await note(tx, owner, "coach.invited", { type: "coach_invitation", id: invitation.id });
    await coachInvited(tx, { ...invitation, name, email }, owner, now);
    return { invitationId: invitation.id };
  });
}

/** The same letter again, for whoever has lost it. */
export async function sendInvitationAgain(
  owner: OwnerViewer,
  invitationId: string,
  now: number,
): Promise<void> {
  await takeFromBudget({ name: "invite-again", key: invitationId, points: 3, seconds: hour });
  await asViewer(owner, async (tx) => {
    const invitation = await changeOpen(tx, owner, invitationId, { invitedAt: now });
    if (!invitation) throw new NotFound();
    await note(tx, owner, "coach.invited_again", { type: "coach_invitation", id: invitationId });
    await coachInvited(tx, invitation, owner, now);
  });
}

/** Takes the invitation back. Whoever has come already stays, and is no invitation any more. */
export async function withdrawInvitation(
  owner: OwnerViewer,
  invitationId: string,
  now: number,
): Promise<void> {
  await asViewer(owner, async (tx) => {
    if (!(await changeOpen(tx, owner, invitationId, { withdrawnAt: now }))) throw new NotFound();
    await note(tx, owner, "coach.invitation_withdrawn", { type: "coach_invitation", id: invitationId });
  });
}

/** Whoever changes an invitation stands by it from then on. */
async function changeOpen(
  tx: Tx,
  owner: OwnerViewer,
  id: string,
  change: { invitedAt?: number; withdrawnAt?: number },
) {
  const { acceptedAt, withdrawnAt } = coachInvitations;
  const [changed] = await tx
    .update(coachInvitations)
    .set({ ...change, invitedBy: owner.id })
    .where(and(eq(coachInvitations.id, id), isNull(acceptedAt), isNull(withdrawnAt)))
    .returning({ id: coachInvitations.id, name: coachInvitations.name, email: coachInvitations.email });
  return changed;
}

// The owner's own rights do not reach the clients of other coaches.
async function demandUnknown(email: string): Promise<void> {
  const [known] = await asSystem("whether an address is somebody's already", (tx) =>
    tx.select({ role: users.role }).from(users).where(eq(users.email, email)),
  );
  if (!known) return;
  const sentence =
    known.role === "client"
      ? "A client comes here with this address, and nobody can be both with one. Please ask for another address."
      : "Somebody coaches here with this address already.";
  throw new Refusal(sentence, { field: "email", code: "known_already", status: 409 });
}
