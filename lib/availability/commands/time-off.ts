import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { asViewer, type Tx } from "#db/client.ts";
import { coaches, timeOff } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import type { timeOffInput } from "#lib/availability/input.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";
import { dateIn } from "#lib/time/words.ts";

type Wish = z.output<typeof timeOffInput>;

/** Closes local dates to booking, both ends included; gives its id. The same days again are the same time off. */
export async function saveTimeOff(coach: CoachViewer, wish: Wish, now: number): Promise<string> {
  return asViewer(coach, async (tx) => {
    // Locked, so that days sent twice at once meet.
    const [own] = await tx
      .select({ zone: coaches.zone })
      .from(coaches)
      .where(eq(coaches.id, coach.id))
      .for("update");
    if (!own) throw new NotFound();
    if (wish.toDate < dateIn(now, own.zone))
      throw new Refusal("These days have passed. Please choose others.", { field: "toDate" });
    const id = wish.id ? await change(tx, coach, { ...wish, id: wish.id }) : await add(tx, coach, wish);
    const { fromDate, toDate } = wish;
    await note(tx, coach, "availability.time_off_saved", { type: "time_off", id }, { fromDate, toDate });
    return id;
  });
}

/** The days go back to their own hours. */
export async function removeTimeOff(coach: CoachViewer, id: string): Promise<void> {
  await asViewer(coach, async (tx) => {
    const removed = await tx
      .delete(timeOff)
      .where(and(eq(timeOff.id, id), eq(timeOff.coachId, coach.id)))
      .returning({ id: timeOff.id });
    if (removed.length === 0) throw new NotFound();
    await note(tx, coach, "availability.time_off_removed", { type: "time_off", id });
  });
}

async function change(tx: Tx, coach: CoachViewer, { id, fromDate, toDate }: Wish & { id: string }) {
  const changed = await tx
    .update(timeOff)
    .set({ fromDate, toDate })
    .where(and(eq(timeOff.id, id), eq(timeOff.coachId, coach.id)))
    .returning({ id: timeOff.id });
  if (changed.length === 0) throw new NotFound();
  return id;
}

async function add(tx: Tx, coach: CoachViewer, { fromDate, toDate }: Wish) {
  const [same] = await tx
    .select({ id: timeOff.id })
    .from(timeOff)
    .where(and(eq(timeOff.coachId, coach.id), eq(timeOff.fromDate, fromDate), eq(timeOff.toDate, toDate)));
  if (same) return same.id;
  const [made] = await tx
    .insert(timeOff)
    .values({ coachId: coach.id, fromDate, toDate })
    .returning({ id: timeOff.id });
  if (!made) throw new Error("Time off that was inserted is not there");
  return made.id;
}
