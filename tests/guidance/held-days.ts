import { and, eq } from "drizzle-orm";
import { asSystem } from "#db/client.ts";
import { auditLog, bookings, flags, reflectionShares, sessionTypes } from "#db/schema/index.ts";
import { type aGuide, aWish } from "#tests/arcs/a-practice.ts";
import type { Client } from "#tests/support/people.ts";

export const day = 86_400_000;
export const hour = 3_600_000;
export const now = () => Date.now();
/** An answer to what has changed that is talked about first. */
export const holding = ["body"];
/** So many days ahead by the real clock, since what was shared counts by it. */
export const dayFrom = (days: number) => Math.floor(now() / day) * day + days * day + 9 * hour;
export const wishOn = (guide: Awaited<ReturnType<typeof aGuide>>, start: number) =>
  aWish(guide, [], { guidance: start });

/** By the tables alone: unsettled answers that hold guidance, can be read, and were not taken back unread. */
export function holdsOf(ada: Client, isSettled = false): Promise<string[]> {
  return asSystem("a test looks", async (tx) => {
    const rows = await tx
      .select({ flag: flags, share: reflectionShares })
      .from(flags)
      .innerJoin(reflectionShares, eq(reflectionShares.id, flags.shareId))
      .where(eq(flags.clientId, ada.id));
    return rows
      .filter(({ flag }) => flag.holdsGuidance && (flag.settledAt !== null) === isSettled)
      .filter(({ share }) => share.readableFrom <= now() && (!share.withdrawnAt || share.openedAt))
      .map(({ flag }) => flag.id);
  });
}

/** The days of guidance in a coach's book, and how each stands. */
export function daysOf(coachId: string): Promise<Map<string, string>> {
  return asSystem("a test looks", async (tx) => {
    const rows = await tx
      .select({ id: bookings.id, status: bookings.status })
      .from(bookings)
      .innerJoin(sessionTypes, eq(sessionTypes.id, bookings.typeId))
      .where(and(eq(bookings.coachId, coachId), eq(sessionTypes.kind, "guidance")));
    return new Map(rows.map(({ id, status }) => [id, status]));
  });
}

/** What was open when the coach went on all the same. */
export function overridesOf(subjectId: string): Promise<string[]> {
  return asSystem("a test looks", async (tx) => {
    const rows = await tx
      .select({ meta: auditLog.meta })
      .from(auditLog)
      .where(and(eq(auditLog.subjectId, subjectId), eq(auditLog.action, "gate.overridden")));
    return rows.map(({ meta }) => String((meta as { open?: string }).open));
  });
}

/** The same of a day that may have been asked for with others. */
export async function overridesOfDay(bookingId: string): Promise<string[]> {
  const [booking] = await asSystem("a test looks", (tx) =>
    tx.select({ arcId: bookings.arcId }).from(bookings).where(eq(bookings.id, bookingId)),
  );
  return overridesOf(booking?.arcId ?? bookingId);
}
