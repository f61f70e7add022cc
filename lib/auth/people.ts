import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { defaultTypes } from "#db/practice/default-types.ts";
import { bookings, clients, coaches, coachInvitations, sessionTypes, users } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { Proved } from "#lib/auth/tokens.ts";
import { isZone } from "#lib/time/zones.ts";

export type Person = { userId: string; email: string; role: "client" | "coach" | "owner"; zone: string };

/** Who has this address and may come in. Someone whose access was ended is nobody here. */
export async function findPerson(tx: Tx, email: string): Promise<Person | undefined> {
  const [found] = await tx
    .select({ userId: users.id, email: users.email, role: users.role, zone: users.zone })
    .from(users)
    .where(and(eq(users.email, email), isNull(users.disabledAt)));
  return found;
}

/** A visitor becomes a client by proving the address that a time is held for, with what they said when they chose it. */
export async function makeClientOfHold(tx: Tx, { email, bookingId }: Proved): Promise<void> {
  if (!bookingId) return;
  const [hold] = await tx
    .select({ name: bookings.heldName, zone: bookings.bookedZone, at: bookings.createdAt })
    .from(bookings)
    .where(and(eq(bookings.id, bookingId), eq(bookings.heldEmail, email)));
  if (!hold?.name) return;
  const [made] = await tx
    .insert(users)
    .values({ email, role: "client", displayName: hold.name, zone: hold.zone })
    .onConflictDoNothing()
    .returning({ id: users.id });
  if (made) await tx.insert(clients).values({ id: made.id, adultSaidAt: hold.at.getTime() });
}

function openInvitation(email: string) {
  const { acceptedAt, withdrawnAt } = coachInvitations;
  return and(eq(coachInvitations.email, email), isNull(acceptedAt), isNull(withdrawnAt));
}

/** Whether somebody with this address is asked to coach here and has not come yet. */
export async function isInvited(tx: Tx, email: string): Promise<boolean> {
  return (await tx.$count(coachInvitations, openInvitation(email))) > 0;
}

type Arriving = { zone: string | undefined; now: number };

/**
 * Somebody who was asked to coach here becomes a coach by proving the address that was written to. Their hours are
 * closed and none of their kinds of session is offered, until they say so. A client stays a client.
 */
export async function makeCoachOfInvitation(
  tx: Tx,
  { email }: Proved,
  { zone, now }: Arriving,
): Promise<void> {
  const [invitation] = await tx
    .select({ id: coachInvitations.id, name: coachInvitations.name })
    .from(coachInvitations)
    .where(openInvitation(email))
    .for("update");
  if (!invitation) return;
  const own = zone && isZone(zone) ? zone : "UTC";
  const [made] = await tx
    .insert(users)
    .values({ email, role: "coach", displayName: invitation.name, zone: own })
    .onConflictDoNothing()
    .returning({ id: users.id });
  if (!made) return;
  await tx.insert(coaches).values({ id: made.id, zone: own });
  await tx
    .insert(sessionTypes)
    .values(defaultTypes.map((type, position) => ({ ...type, position, coachId: made.id, offered: false })));
  await tx.update(coachInvitations).set({ acceptedAt: now }).where(eq(coachInvitations.id, invitation.id));
  const coach = { id: made.id, role: "coach" };
  await note(tx, coach, "coach.arrived", { type: "coach_invitation", id: invitation.id });
}
