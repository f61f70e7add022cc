import { eq } from "drizzle-orm";
import { asSystem } from "#db/client.ts";
import { authTokens, bookings } from "#db/schema/index.ts";
import { maskAddress } from "#lib/auth/normalize-address.ts";
import { hashSecret, isSecret } from "#lib/auth/one-way.ts";

export type Link = {
  state: "open" | "ended";
  /** "a…@example.org", when the link is still known. */
  address?: string;
  /** Opened in the browser that asked for it: one press is enough. */
  isBound: boolean;
  /** The time it would confirm. */
  hold?: { start: number; end: number; zone: string };
};

/** What a page may show of a link before anybody has pressed anything. Changes nothing: mail scanners come here too. */
export async function lookAtLink(token: string, browserHash: Buffer | undefined, now: number): Promise<Link> {
  if (!isSecret(token)) return { state: "ended", isBound: false };
  const [found] = await asSystem("a link is looked at", (tx) =>
    tx
      .select({
        email: authTokens.email,
        asked: authTokens.browserHash,
        expiresAt: authTokens.expiresAt,
        during: bookings.during,
        zone: bookings.bookedZone,
      })
      .from(authTokens)
      .leftJoin(bookings, eq(bookings.id, authTokens.bookingId))
      .where(eq(authTokens.tokenHash, hashSecret(token))),
  );
  if (!found) return { state: "ended", isBound: false };
  const { during, zone } = found;
  return {
    state: found.expiresAt > now ? "open" : "ended",
    address: maskAddress(found.email),
    isBound: (browserHash && found.asked?.equals(browserHash)) ?? false,
    hold: during && zone ? { ...during, zone } : undefined,
  };
}
