import { timingSafeEqual } from "node:crypto";
import { and, desc, eq, gt, isNull, lt, or, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { authTokens } from "#db/schema/index.ts";
import { newCode, readCode } from "#lib/auth/codes.ts";
import { hashGuessable, hashSecret, isSecret, newSecret } from "#lib/auth/one-way.ts";

const aliveAtOnce = 3;
const wrongCodes = 5;
const day = 86_400_000;

type Issuing = { email: string; browserHash?: Buffer; bookingId?: string; expiresAt: number; now: number };

/** Whose address a link or a code has proved, and the hold that waited for it. */
export type Proved = { email: string; bookingId: string | undefined };

/**
 * Stores one more link and code for an address; plan the mail in the same transaction. At most three are alive at
 * once: the oldest goes, and a hold's goes last, for a stranger's asking must not take a held time from anybody.
 */
export async function issueToken(tx: Tx, { email, browserHash, bookingId, expiresAt, now }: Issuing) {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`auth_tokens ${email}`}, 0))`);
  await tx.delete(authTokens).where(lt(authTokens.expiresAt, now - day));
  const tooMany = tx
    .select({ id: authTokens.id })
    .from(authTokens)
    .where(and(eq(authTokens.email, email), gt(authTokens.expiresAt, now)))
    .orderBy(desc(sql`${authTokens.bookingId} is not null`), desc(authTokens.createdAt))
    .offset(aliveAtOnce - 1);
  await tx.delete(authTokens).where(sql`${authTokens.id} in ${tooMany}`);

  const token = newSecret();
  const code = newCode();
  const [stored] = await tx
    .insert(authTokens)
    .values({
      email,
      tokenHash: hashSecret(token),
      codeHash: hashCode(email, code),
      browserHash,
      bookingId,
      expiresAt,
    })
    .returning({ id: authTokens.id });
  if (!stored) throw new Error("A token was not stored");
  return { id: stored.id, token, code };
}

type Link = { token: string; email?: string | undefined; browserHash?: Buffer | undefined };

/**
 * Uses a link up. Opened in another browser than the one that asked, it needs the address it went to: else somebody
 * could send their own link to a person, who would then write into a stranger's account.
 */
export async function redeemLink(tx: Tx, { token, email, browserHash }: Link, now: number) {
  if (!isSecret(token)) return "ended";
  const [found] = await tx
    .select({
      id: authTokens.id,
      email: authTokens.email,
      bookingId: authTokens.bookingId,
      asked: authTokens.browserHash,
    })
    .from(authTokens)
    .where(and(eq(authTokens.tokenHash, hashSecret(token)), gt(authTokens.expiresAt, now)))
    .for("update");
  if (!found) return "ended";
  const isBound = browserHash && found.asked?.equals(browserHash);
  if (!isBound && email === undefined) return "address needed";
  if (!isBound && email !== found.email) return "other address";
  return spend(tx, found);
}

/** Uses a code up. A wrong one counts against every live code of the address; five, and they are dead (links live on). */
export async function redeemCode(
  tx: Tx,
  { email, code: typed }: { email: string; code: string },
  now: number,
) {
  const alive = and(
    eq(authTokens.email, email),
    gt(authTokens.expiresAt, now),
    lt(authTokens.attempts, wrongCodes),
  );
  const candidates = await tx
    .select({
      id: authTokens.id,
      email: authTokens.email,
      bookingId: authTokens.bookingId,
      codeHash: authTokens.codeHash,
    })
    .from(authTokens)
    .where(alive)
    .orderBy(authTokens.id)
    .for("update");
  const hash = hashCode(email, readCode(typed) ?? "");
  const found = candidates.filter(({ codeHash }) => timingSafeEqual(codeHash, hash))[0];
  if (found) return spend(tx, found);
  await tx
    .update(authTokens)
    .set({ attempts: sql`${authTokens.attempts} + 1` })
    .where(alive);
  return "wrong";
}

/** Use of one ends the others, but for those that hold another time: each of them still has its own to confirm. */
async function spend(
  tx: Tx,
  { id, email, bookingId }: { id: string; email: string; bookingId: string | null },
) {
  await tx
    .delete(authTokens)
    .where(and(eq(authTokens.email, email), or(eq(authTokens.id, id), isNull(authTokens.bookingId))));
  return { email, bookingId: bookingId ?? undefined } satisfies Proved;
}

function hashCode(email: string, code: string): Buffer {
  return hashGuessable("code", email, code);
}
