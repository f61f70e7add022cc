import { randomInt } from "node:crypto";
import { sql } from "drizzle-orm";
import { RateLimiterDrizzle, RateLimiterRes } from "rate-limiter-flexible";
import { asSystem, type Tx } from "#db/client.ts";
import { rateLimits } from "#db/schema/index.ts";
import { hashGuessable } from "#lib/auth/one-way.ts";
import { Refusal } from "#lib/refusal.ts";

type Budget = { name: string; key: string; points: number; seconds: number };

/** Takes one point of what this key may do in this time, or refuses aloud. Counted in PostgreSQL, so over all processes. */
export async function takeFromBudget(budget: Budget): Promise<void> {
  const wait = await consume(budget);
  if (wait === 0) return;
  throw new Refusal("That was a lot in a short time. Please wait a little and try again.", {
    status: 429,
    code: "too_many",
    retryAfterSeconds: wait,
  });
}

/** The same without a word, where a refusal would tell something about the key. */
export async function hasBudget(budget: Budget): Promise<boolean> {
  return (await consume(budget)) === 0;
}

/** Seconds to wait; 0 when there was a point left. */
async function consume({ name, key, points, seconds }: Budget): Promise<number> {
  const hashed = hashGuessable("limit", name, key).toString("base64url");
  return asSystem("a rate limit is counted", async (tx) => {
    const limiter = new RateLimiterDrizzle({
      storeClient: tx,
      schema: rateLimits,
      points,
      duration: seconds,
      keyPrefix: name,
      clearExpiredByTimeout: false,
    });
    if (randomInt(100) === 0) await sweep(tx);
    try {
      await limiter.consume(hashed);
      return 0;
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      throw refused;
    }
  });
}

// Counters of hours ago go now and then, with whoever comes by.
async function sweep(tx: Tx): Promise<void> {
  await tx.execute(sql`delete from rate_limits where key in (
    select key from rate_limits where expire < now() - interval '1 hour' limit 1000 for update skip locked)`);
}
