import type { Tx } from "#db/client.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { writeReason } from "#lib/bookings/commands/write-reason.ts";
import { mayConfirm, readGate } from "#lib/guidance/gate.ts";
import { Refusal } from "#lib/refusal.ts";

type Passing = {
  /** The day itself. */
  bookingId: string;
  clientId: string;
  guidanceStart: number;
  arcId?: string;
  /** Why it goes ahead with something still open, for the coach alone. */
  reason: string | undefined;
};

/**
 * Lets a coach fix a day of guidance: where something is still open before it, only with a written reason, which is
 * kept. Gives whether one was needed.
 */
export async function passGate(
  tx: Tx,
  coach: CoachViewer,
  { bookingId, reason, ...question }: Passing,
  now: number,
): Promise<boolean> {
  const conditions = await readGate(tx, { ...question, coachId: coach.id }, now);
  if (mayConfirm(conditions)) return false;
  const open = conditions.filter(({ state }) => state === "open").map(({ key }) => key);
  if (!reason)
    throw new Refusal(
      "Something is still open before this day. You can say yes all the same, with a few words on why. Only you can read them.",
      { code: "gate_open", field: "reason", offer: { open } },
    );
  await writeReason(tx, coach, { bookingId, act: "gate_overridden", reason });
  const subject = question.arcId ? { type: "arc", id: question.arcId } : { type: "booking", id: bookingId };
  await note(tx, coach, "gate.overridden", subject, { open: open.join(" ") });
  return true;
}
