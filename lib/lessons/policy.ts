import { and, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import { journeyMembers, lessons } from "#db/schema/index.ts";
import type { Viewer } from "#lib/auth/viewer.ts";

/** Which lessons exist for this person. Undefined is a visitor: they see what there is for clients, and open what is for everyone. */
export function lessonsFor(viewer: Viewer | undefined): SQL | undefined {
  if (viewer?.role === "coach") return undefined;
  return viewer ? lessonsOfClient(viewer.id) : and(isNull(lessons.withdrawnAt), isForClients());
}

/** The same for a client who is not the one that looks, by their id or the column with it. */
export function lessonsOfClient(clientId: string | PgColumn): SQL | undefined {
  return and(isNull(lessons.withdrawnAt), or(isForClients(), isMentored(clientId)));
}

/** Whether this person may open it, of the lessons that exist for them. */
export function mayOpen(viewer: Viewer | undefined, { audience }: { audience: string }): boolean {
  return viewer !== undefined || audience === "everyone";
}

function isForClients(): SQL {
  return inArray(lessons.audience, ["everyone", "clients"]);
}

function isMentored(clientId: string | PgColumn): SQL {
  const { clientId: member, kind, leftAt } = journeyMembers;
  return sql`exists (select 1 from ${journeyMembers} where ${and(eq(member, clientId), eq(kind, "mentorship"), isNull(leftAt))})`;
}
