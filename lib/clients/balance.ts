import { and, eq, inArray, sql } from "drizzle-orm";
import { asViewer, type Tx } from "#db/client.ts";
import { bookingAttendees, bookings, journeyMembers, sessionBalances } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { NotFound } from "#lib/refusal.ts";

/** How many sessions were agreed on, undefined where nothing was, and how many of them are used. */
export type Balance = { agreed: number | undefined; used: number };

/** The balances of a coach's clients, by client. */
export async function listBalances(coach: CoachViewer, clientIds: string[]): Promise<Map<string, Balance>> {
  if (clientIds.length === 0) return new Map();
  return asViewer(coach, async (tx) => {
    const agreed = await tx
      .select({ clientId: sessionBalances.clientId, agreed: sessionBalances.agreed })
      .from(sessionBalances)
      .where(and(eq(sessionBalances.coachId, coach.id), inArray(sessionBalances.clientId, clientIds)));
    const used = await tx
      .select({ clientId: bookingAttendees.clientId, used: sql<number>`count(*)::int` })
      .from(bookingAttendees)
      .innerJoin(bookings, eq(bookings.id, bookingAttendees.bookingId))
      .where(
        and(
          eq(bookings.coachId, coach.id),
          eq(bookings.counts, true),
          inArray(bookingAttendees.clientId, clientIds),
        ),
      )
      .groupBy(bookingAttendees.clientId);
    return new Map(
      clientIds.map((id) => [
        id,
        {
          agreed: agreed.find(({ clientId }) => clientId === id)?.agreed,
          used: used.find(({ clientId }) => clientId === id)?.used ?? 0,
        },
      ]),
    );
  });
}

/** Sets how many sessions a coach and a client of theirs have agreed on. */
export async function agreeOnSessions(
  coach: CoachViewer,
  { clientId, agreed }: { clientId: string; agreed: number },
): Promise<void> {
  await asViewer(coach, async (tx) => {
    await demandClient(tx, coach, clientId);
    await tx
      .insert(sessionBalances)
      .values({ coachId: coach.id, clientId, agreed })
      .onConflictDoUpdate({
        target: [sessionBalances.coachId, sessionBalances.clientId],
        set: { agreed },
      });
    await note(tx, coach, "client.sessions_agreed", { type: "client", id: clientId }, { agreed });
  });
}

async function demandClient(tx: Tx, coach: CoachViewer, clientId: string): Promise<void> {
  const [member] = await tx
    .select({ id: journeyMembers.clientId })
    .from(journeyMembers)
    .where(and(eq(journeyMembers.clientId, clientId), eq(journeyMembers.coachId, coach.id)))
    .limit(1);
  if (!member) throw new NotFound();
}
