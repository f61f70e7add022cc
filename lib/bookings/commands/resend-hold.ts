import { and, eq, gt } from "drizzle-orm";
import { asSystem } from "#db/client.ts";
import { bookings } from "#db/schema/index.ts";
import { holdToConfirm } from "#lib/bookings/letters/hold-to-confirm.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";

/** One more mail for a time that is still held, with a new link and code. The hold does not last longer for it. */
export async function resendHold(holdId: string, browserHash: Buffer, now: number): Promise<void> {
  await asSystem("a visitor asks for the mail again", async (tx) => {
    const [hold] = await tx
      .select({ status: bookings.status })
      .from(bookings)
      .where(eq(bookings.id, holdId))
      .for("update");
    if (hold?.status !== "held" && hold?.status !== "expired") throw new NotFound();
    const [alive] = await tx
      .select({ id: bookings.id })
      .from(bookings)
      .where(and(eq(bookings.id, holdId), eq(bookings.status, "held"), gt(bookings.holdExpires, now)));
    if (!alive)
      throw new Refusal("This time is free for others again, so there is nothing left to confirm.", {
        code: "hold_over",
      });
    await holdToConfirm(tx, holdId, browserHash, now);
  });
}
