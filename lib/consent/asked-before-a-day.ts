import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { asViewer } from "#db/client.ts";
import { bookingAttendees, bookings, sessionTypes, users } from "#db/schema/index.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { readPlanStanding } from "#lib/safety-plan/standing.ts";
import { readAgreements } from "./standing.ts";

export type AskedBeforeADay = {
  coach: { id: string; name: string };
  /** A day is asked for or fixed, and not only talked about. */
  hasDay: boolean;
  /** What is left to agree to. */
  agreements: { left: number; of: number; hasChanged: boolean };
  /** A day is fixed, and nobody to call or no way home is named yet. */
  plan: "asked" | "begun" | undefined;
};

/** What a client has yet to agree to or to plan, by coach, while a preparation or a day of guidance lies ahead. */
export async function listAskedBeforeADay(client: ClientViewer, now: number): Promise<AskedBeforeADay[]> {
  return asViewer(client, async (tx) => {
    const coaches = await tx
      .select({
        id: users.id,
        name: users.displayName,
        hasDay: sql<boolean>`bool_or(${sessionTypes.kind} = 'guidance')`,
        isDaySet: sql<boolean>`bool_or(${sessionTypes.kind} = 'guidance' and ${bookings.status} = 'confirmed')`,
      })
      .from(bookings)
      .innerJoin(sessionTypes, eq(sessionTypes.id, bookings.typeId))
      .innerJoin(bookingAttendees, eq(bookingAttendees.bookingId, bookings.id))
      .innerJoin(users, eq(users.id, bookings.coachId))
      .where(
        and(
          eq(bookingAttendees.clientId, client.id),
          isNull(bookings.cancelledAt),
          inArray(bookings.status, ["requested", "confirmed"]),
          inArray(sessionTypes.kind, ["preparation", "guidance"]),
          sql`upper(${bookings.during}) > ${new Date(now).toISOString()}`,
        ),
      )
      .groupBy(users.id)
      .orderBy(asc(users.displayName), asc(users.id));
    const asked: AskedBeforeADay[] = [];
    for (const { hasDay, isDaySet, ...coach } of coaches) {
      const two = { clientId: client.id, coachId: coach.id };
      const all = await readAgreements(tx, two);
      const left = all.filter(({ state }) => state !== "signed");
      const plan = isDaySet ? await readPlanStanding(tx, two) : undefined;
      if (left.length === 0 && (!plan || plan.isSorted)) continue;
      asked.push({
        ...{ coach, hasDay },
        agreements: {
          ...{ left: left.length, of: all.length },
          hasChanged: left.some(({ state }) => state === "changed"),
        },
        plan: !plan || plan.isSorted ? undefined : plan.isBegun ? "begun" : "asked",
      });
    }
    return asked;
  });
}
