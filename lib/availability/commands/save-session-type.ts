import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { asViewer, type Tx } from "#db/client.ts";
import { meetingLinks, sessionTypes } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import type { sessionTypeInput } from "#lib/availability/session-type-input.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";

/** Changes what a kind of session is and when it may be booked. Sessions already booked keep their times. */
export async function saveSessionType(
  coach: CoachViewer,
  input: z.output<typeof sessionTypeInput>,
): Promise<void> {
  const { typeId, link, noticeHours, cutOffHours, ...rules } = input;
  await asViewer(coach, async (tx) => {
    const [changed] = await tx
      .update(sessionTypes)
      .set({ ...rules, notice: Math.round(noticeHours * 60), cutOff: Math.round(cutOffHours * 60) })
      .where(and(eq(sessionTypes.id, typeId), eq(sessionTypes.coachId, coach.id)))
      .returning({ kind: sessionTypes.kind });
    if (!changed) throw new NotFound();
    if (changed.kind === "guidance" && rules.mode === "instant")
      throw new Refusal("Guidance is asked for and agreed on together. It cannot be booked at once.", {
        field: "mode",
      });
    await keepLink(tx, typeId, link);
    await note(tx, coach, "availability.session_type_saved", {
      type: "session_type",
      id: typeId,
    });
  });
}

async function keepLink(tx: Tx, typeId: string, link: string): Promise<void> {
  if (link === "") await tx.delete(meetingLinks).where(eq(meetingLinks.typeId, typeId));
  else
    await tx
      .insert(meetingLinks)
      .values({ typeId, link })
      .onConflictDoUpdate({ target: meetingLinks.typeId, set: { link } });
}
