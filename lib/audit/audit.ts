import type { Tx } from "#db/client.ts";
import { auditLog } from "#db/schema/index.ts";

type Actor = { readonly id: string; readonly role: string };
type Subject = { type: string; id: string };
type Meta = Record<string, string | number | boolean>;

/** Writes down who did what, in the transaction that does it. `meta` holds ids, codes and times, never words. */
export async function note(
  tx: Tx,
  actor: Actor | "visitor" | "system",
  action: string,
  subject: Subject,
  meta: Meta = {},
): Promise<void> {
  await tx.insert(auditLog).values(entry(actor, action, subject, meta));
}

/** The same act upon several bookings. */
export async function noteAll(
  tx: Tx,
  actor: Actor | "visitor" | "system",
  action: string,
  bookings: { id: string }[],
  meta: Meta = {},
): Promise<void> {
  if (bookings.length === 0) return;
  await tx
    .insert(auditLog)
    .values(bookings.map(({ id }) => entry(actor, action, { type: "booking", id }, meta)));
}

function entry(actor: Actor | "visitor" | "system", action: string, { type, id }: Subject, meta: Meta) {
  const person =
    typeof actor === "string"
      ? { actorId: null, actorKind: actor }
      : { actorId: actor.id, actorKind: actor.role };
  return { ...person, action, subjectType: type, subjectId: id, meta };
}
