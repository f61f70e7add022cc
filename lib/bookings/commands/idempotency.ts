import { createHash, createHmac, randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { bookings } from "#db/schema/index.ts";
import { Refusal } from "#lib/refusal.ts";
import { settings } from "#lib/running/settings.ts";

/** Whose key it is, the key, and a hash of what was asked with it. */
export type Request = { owner: string; key: string; hash: Buffer };

export function requestOf(owner: string, key: string | undefined, asked: Record<string, unknown>): Request {
  const hash = createHash("sha256").update(JSON.stringify(asked)).digest();
  return { owner, key: key ?? randomUUID(), hash };
}

/** A visitor as the owner of keys. The address itself should not lie in a column that outlives the hold. */
export function visitorKey(email: string): string {
  return `visitor:${createHmac("sha256", settings().authSecret).update(email).digest("base64url")}`;
}

/** A signed-in client as the owner of keys. */
export function clientKey({ id }: { id: string }): string {
  return `client:${id}`;
}

/** The booking that this same request has already made, if it has. The same key with another wish is refused. */
export async function findMade(tx: Tx, { owner, key, hash }: Request) {
  const [made] = await tx
    .select({
      id: bookings.id,
      status: bookings.status,
      holdExpires: bookings.holdExpires,
      hash: bookings.idempotencyHash,
    })
    .from(bookings)
    .where(and(eq(bookings.idempotencyOwner, owner), eq(bookings.idempotencyKey, key)));
  if (made && !made.hash.equals(hash))
    throw new Refusal("This was already sent with another time. Please reload the page and choose again.", {
      code: "key_reused",
      status: 422,
    });
  return made;
}
