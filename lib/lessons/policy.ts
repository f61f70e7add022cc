import { and, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { journeyMembers, lessons } from "#db/schema/index.ts";
import type { Viewer } from "#lib/auth/viewer.ts";

/** Which lessons exist for this person. Undefined is a visitor: they see what there is for clients, and open what is for everyone. */
export function lessonsFor(viewer: Viewer | undefined): SQL | undefined {
  if (viewer?.role === "coach") return undefined;
  const open = inArray(lessons.audience, ["everyone", "clients"]);
  return and(isNull(lessons.withdrawnAt), viewer ? or(open, isMentored(viewer.id)) : open);
}

/** Whether this person may open it, of the lessons that exist for them. */
export function mayOpen(viewer: Viewer | undefined, { audience }: { audience: string }): boolean {
  return viewer !== undefined || audience === "everyone";
}

function isMentored(clientId: string): SQL {
  const { clientId: member, kind, leftAt } = journeyMembers;
  return sql`exists (select 1 from ${journeyMembers} where ${and(eq(member, clientId), eq(kind, "mentorship"), isNull(leftAt))})`;
}
