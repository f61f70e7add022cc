import { randomUUID } from "node:crypto";
import { asSystem } from "#db/client.ts";
import { bookings, clients, coaches, sessionTypes, users } from "#db/schema/index.ts";

const hour = 3_600_000;

/** Somebody who has an account. */
export async function aPerson(
  email: string,
  { role = "client" as "client" | "coach" | "owner", disabledAt = undefined as number | undefined } = {},
): Promise<string> {
  return asSystem("a test needs a person", async (tx) => {
    const [made] = await tx
      .insert(users)
      .values({ email, role, displayName: email.split("@")[0] ?? "", zone: "Europe/Lisbon", disabledAt })
      .returning({ id: users.id });
    if (!made) throw new Error("nobody was made");
    if (role === "client") await tx.insert(clients).values({ id: made.id, adultSaidAt: Date.now() });
    else await tx.insert(coaches).values({ id: made.id, zone: "Europe/Lisbon" });
    return made.id;
  });
}

/** A time that a visitor holds, with a coach and a kind of session of its own. */
export async function aHold(email: string, name: string): Promise<string> {
  const coachId = await aPerson(`coach-${randomUUID()}@example.org`, { role: "coach" });
  return asSystem("a test needs a hold", async (tx) => {
    const [type] = await tx
      .insert(sessionTypes)
      .values({ coachId, kind: "preparation", name: "Preparation", minutes: 60 })
      .returning({ id: sessionTypes.id });
    const start = Date.now() + 48 * hour;
    const during = { start, end: start + hour };
    const [held] = await tx
      .insert(bookings)
      .values({
        coachId,
        typeId: type?.id ?? "",
        during,
        occupied: during,
        status: "held",
        bookedZone: "Asia/Kathmandu",
        holdExpires: Date.now() + hour / 4,
        heldName: name,
        heldEmail: email,
        icsUid: randomUUID(),
        idempotencyOwner: "test",
        idempotencyKey: randomUUID(),
        idempotencyHash: Buffer.alloc(32),
      })
      .returning({ id: bookings.id });
    return held?.id ?? "";
  });
}
