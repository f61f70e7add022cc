import { and, eq, isNull } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { bookings, clients, users } from "#db/schema/index.ts";
import type { Proved } from "#lib/auth/tokens.ts";

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
