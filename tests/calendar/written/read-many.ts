import { Worker } from "node:worker_threads";

type Reader = { zone: string; now: number };

/**
 * Reads one calendar after another in a thread, which costs less than a thread for each. Gives what came of those that
 * were read, and the ones that took longer than `patience` milliseconds: those are for the portal's own reader.
 */
export async function readMany(texts: string[], reader: Reader, patience = 1_000) {
  const outcomes: string[] = [];
  const slow: string[] = [];
  for (let from = 0; from < texts.length; ) {
    const read = await readUntilSlow(texts.slice(from), reader, patience);
    outcomes.push(...read);
    from += read.length;
    const stuck = texts[from];
    if (stuck !== undefined) slow.push(stuck);
    from += 1;
  }
  return { outcomes, slow };
}

async function readUntilSlow(texts: string[], reader: Reader, patience: number): Promise<string[]> {
  const worker = new Worker(new URL("./read-many-worker.ts", import.meta.url), {
    workerData: { texts, ...reader },
  });
  const outcomes: string[] = [];
  const done = Promise.withResolvers<void>();
  // Starting takes longer than reading.
  let timer = setTimeout(done.resolve, 8_000);
  worker.on("message", (outcome: string) => {
    outcomes.push(outcome);
    clearTimeout(timer);
    timer = setTimeout(done.resolve, patience);
    if (outcomes.length === texts.length) done.resolve();
  });
  worker.once("error", done.reject);
  try {
    await done.promise;
    return outcomes;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
