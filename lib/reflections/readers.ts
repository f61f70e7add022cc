import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Tx } from "#db/client.ts";
import { journeyMembers, users } from "#db/schema/index.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";

/** Somebody whom a client may show what they wrote to. */
export type Reader = { id: string; as: "coach" | "partner"; journeyId: string };

const partner = alias(journeyMembers, "partner");

/** The client's clock, and with whom they go a way now: their coaches, and the other one of a couple. */
export function selectWays(tx: Tx, client: ClientViewer) {
  const { journeyId, clientId, coachId, kind, leftAt } = journeyMembers;
  return tx
    .select({ zone: users.zone, journeyId, coachId, partnerId: partner.clientId })
    .from(users)
    .leftJoin(journeyMembers, and(eq(clientId, users.id), isNull(leftAt)))
    .leftJoin(
      partner,
      and(
        eq(partner.journeyId, journeyId),
        eq(kind, "couple"),
        ne(partner.clientId, users.id),
        isNull(partner.leftAt),
      ),
    )
    .where(eq(users.id, client.id))
    .orderBy(sql`${kind}`, journeyId);
}

/** Each of them once. */
export function readersOf(ways: Awaited<ReturnType<typeof selectWays>>): Reader[] {
  const found = new Map<string, Reader>();
  for (const { journeyId, coachId, partnerId } of ways) {
    if (journeyId && partnerId && !found.has(partnerId))
      found.set(partnerId, { id: partnerId, as: "partner", journeyId });
    if (journeyId && coachId && !found.has(coachId))
      found.set(coachId, { id: coachId, as: "coach", journeyId });
  }
  // As the page names them: whoever is nearest first.
  return [...found.values()].sort((one, other) => other.as.localeCompare(one.as));
}

/** What people are called, read by the portal: for one of a couple the other is not among those they can look up. */
export async function namesOf(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  const rows = await tx
    .select({ id: users.id, name: users.displayName })
    .from(users)
    .where(inArray(users.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
