import type { Tx } from "#db/client.ts";
import { auditLog } from "#db/schema/index.ts";

type Actor = { readonly id: string; readonly role: string };
type Subject = { type: string; id: string };

/** Writes down who did what, in the transaction that does it. `meta` holds ids, codes and times, never words. */
export async function note(
  tx: Tx,
  actor: Actor | "visitor" | "system",
  action: string,
  subject: Subject,
  meta: Record<string, string | number | boolean> = {},
): Promise<void> {
  const person =
    typeof actor === "string"
      ? { actorId: null, actorKind: actor }
      : { actorId: actor.id, actorKind: actor.role };
  await tx.insert(auditLog).values({
    ...person,
    action,
    subjectType: subject.type,
    subjectId: subject.id,
    meta,
  });
}
