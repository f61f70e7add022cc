type Settled<T extends readonly unknown[]> = { -readonly [K in keyof T]: Awaited<T[K]> };

/**
 * Several queries of one transaction, sent without waiting for one another. It ends when all of them have, also when
 * one has failed: what was still under way would otherwise go on after the ROLLBACK, outside of any transaction.
 */
export async function together<T extends readonly unknown[]>(...all: T): Promise<Settled<T>> {
  const settled = await Promise.allSettled(all);
  const failed = settled.find((one) => one.status === "rejected");
  if (failed) throw failed.reason;
  return settled.map((one) => (one.status === "fulfilled" ? one.value : undefined)) as Settled<T>;
}
