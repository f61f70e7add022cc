import { and, eq, gt, isNull, lt, sql } from "drizzle-orm";
import { asSystem, lookAsSystem, type Tx } from "#db/client.ts";
import { DatabaseAway } from "#db/errors.ts";
import { authSessions, users } from "#db/schema/index.ts";
import { hashSecret, isSecret } from "#lib/auth/one-way.ts";
import { type Viewer, viewerOf } from "#lib/auth/proven.ts";
import { Unavailable } from "#lib/refusal.ts";

const hour = 3_600_000;
const day = 24 * hour;

// A device that is kept signed in, and one that is not. A coach, who can read everything, is never kept.
const kept = { idle: 14 * day, whole: 30 * day };
const brief = { idle: 12 * hour, whole: 7 * day };
const slideEvery = 5 * 60_000;

export type Session = {
  viewer: Viewer;
  endsAt: number;
  lastSeenAt: number;
  /** Their address, where mail to it comes back. */
  failingAddress: string | undefined;
};

type Opening = { userId: string; role: "client" | "coach" | "owner"; keep: boolean; token: string };

/** Starts a session. Gives its id and when it ends whatever happens. Sessions long over are forgotten on the way. */
export async function openSession(tx: Tx, { userId, role, keep, token }: Opening, now: number) {
  const { idle, whole } = keep && role === "client" ? kept : brief;
  const endsAt = now + whole;
  await tx.delete(authSessions).where(lt(authSessions.endsAt, now - 30 * day));
  const [session] = await tx
    .insert(authSessions)
    .values({ userId, tokenHash: hashSecret(token), lastSeenAt: now, idleEndsAt: now + idle, endsAt })
    .returning({ id: authSessions.id });
  if (!session) throw new Error("A session was not stored");
  return { sessionId: session.id, endsAt };
}

/**
 * The live session of this cookie value: not idle too long, not over, not ended, of a person who may come in.
 * A database that is away is told as such, never as "signed out".
 */
export async function findSession(token: string | undefined, now: number): Promise<Session | undefined> {
  if (!isSecret(token)) return undefined;
  try {
    const [found] = await lookAsSystem("who is signed in", (tx) => readSession(tx, hashSecret(token), now));
    if (!found) return undefined;
    const { endsAt, lastSeenAt, failingAddress } = found;
    return { viewer: viewerOf(found), endsAt, lastSeenAt, failingAddress: failingAddress ?? undefined };
  } catch (error) {
    if (error instanceof DatabaseAway) throw new Unavailable("Who is signed in cannot be told just now");
    throw error;
  }
}

function readSession(tx: Tx, tokenHash: Buffer, now: number) {
  return tx
    .select({
      sessionId: authSessions.id,
      userId: users.id,
      role: users.role,
      endsAt: authSessions.endsAt,
      lastSeenAt: authSessions.lastSeenAt,
      failingAddress: sql<
        string | null
      >`case when ${users.mailFailsSince} is not null then ${users.email} end`,
    })
    .from(authSessions)
    .innerJoin(users, eq(users.id, authSessions.userId))
    .where(and(eq(authSessions.tokenHash, tokenHash), isLive(now), isNull(users.disabledAt)));
}

function isLive(now: number) {
  return and(gt(authSessions.idleEndsAt, now), gt(authSessions.endsAt, now), isNull(authSessions.revokedAt));
}

/** Whether the next write counts as a sign of life, so that the others need not ask the database about it. */
export function isTimeToSlide({ lastSeenAt }: Session, now: number): boolean {
  return lastSeenAt < now - slideEvery;
}

/**
 * Counts a write as a sign of life, every five minutes at most: the same idle time begins anew. Called by writes
 * only, since nothing changes on GET.
 */
export async function slideSession(viewer: Viewer, now: number): Promise<void> {
  const at = new Date(now).toISOString();
  await asSystem("a session is used", (tx) =>
    tx
      .update(authSessions)
      .set({
        lastSeenAt: now,
        idleEndsAt: sql`least(${authSessions.endsAt}, ${at}::timestamptz + (${authSessions.idleEndsAt} - ${authSessions.lastSeenAt}))`,
      })
      .where(
        and(
          eq(authSessions.id, viewer.sessionId),
          isLive(now),
          lt(authSessions.lastSeenAt, now - slideEvery),
        ),
      ),
  );
}

/** Ends the session of this cookie value, whoever's it is. Ending it twice is ending it once. */
export async function endSession(tx: Tx, token: string | undefined, now: number) {
  if (!isSecret(token)) return undefined;
  const [ended] = await tx
    .update(authSessions)
    .set({ revokedAt: now })
    .where(and(eq(authSessions.tokenHash, hashSecret(token)), isNull(authSessions.revokedAt)))
    .returning({ id: authSessions.id, userId: authSessions.userId });
  return ended;
}
