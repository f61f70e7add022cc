import { randomUUID } from "node:crypto";
import type { Tx } from "#db/client.ts";
import { bookingReasons } from "#db/schema/index.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { reasonPlace } from "#lib/bookings/sealed-words.ts";
import { settings } from "#lib/running/settings.ts";
import { seal } from "#lib/sealed/seal.ts";

type Reason = {
  bookingId: string;
  act: "booked" | "moved" | "cancelled" | "marked" | "gate_overridden";
  reason: string;
};

/** Keeps why a coach did something, sealed, for that coach alone. */
export async function writeReason(
  tx: Tx,
  coach: CoachViewer,
  { bookingId, act, reason }: Reason,
): Promise<void> {
  const id = randomUUID();
  const sealed = seal(settings().encryptionKeys, reason, reasonPlace(id));
  await tx.insert(bookingReasons).values({ id, bookingId, coachId: coach.id, act, reason: sealed });
}
