import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { asViewer } from "#db/client.ts";
import { coaches, coachInvitations, users } from "#db/schema/index.ts";
import type { OwnerViewer } from "#lib/auth/viewer.ts";

/** Who coaches here, and who is asked to. Only the owner sees invitations; the policy says so once more. */
export async function findPractice(owner: OwnerViewer) {
  return asViewer(owner, async (tx) => ({
    coaches: await tx
      .select({
        id: users.id,
        name: users.displayName,
        email: users.email,
        role: users.role,
        kindsOffered: sql<number>`(select count(*)::int from session_types t where t.coach_id = ${coaches.id} and t.offered)`,
        isOpen: sql<boolean>`exists (select from weekly_hours h where h.coach_id = ${coaches.id})`,
      })
      .from(coaches)
      .innerJoin(users, eq(users.id, coaches.id))
      .where(isNull(users.disabledAt))
      .orderBy(asc(coaches.createdAt), asc(users.displayName)),
    invitations: await tx
      .select({
        id: coachInvitations.id,
        name: coachInvitations.name,
        email: coachInvitations.email,
        invitedAt: coachInvitations.invitedAt,
      })
      .from(coachInvitations)
      .where(and(isNull(coachInvitations.acceptedAt), isNull(coachInvitations.withdrawnAt)))
      .orderBy(desc(coachInvitations.invitedAt)),
  }));
}
export type Practice = Awaited<ReturnType<typeof findPractice>>;
