const day = 86_400_000;

/** For so many days the answers to the health questions are looked at as today's. */
export const screeningLastsDays = 90;

/** What made the answers too old: time, or a change that the client reported since. */
export type Because = "age" | "change";

/**
 * Until when answers that were shared then count, and what ends it. `changedAt` is the first change of health that was
 * reported after they were shared. Epoch milliseconds.
 */
export function endOf(sharedAt: number, changedAt: number | null): { expiresAt: number; because: Because } {
  const tooOldAt = sharedAt + screeningLastsDays * day;
  if (changedAt !== null && changedAt < tooOldAt) return { expiresAt: changedAt, because: "change" };
  return { expiresAt: tooOldAt, because: "age" };
}

/** Why they do not count any more at `now`, if so. */
export function expiredBecause(sharedAt: number, changedAt: number | null, now: number): Because | null {
  const { expiresAt, because } = endOf(sharedAt, changedAt);
  return now >= expiresAt ? because : null;
}
