import { Worker } from "node:worker_threads";
import { type Caps, caps as usual } from "./caps.ts";
import { FeedProblem, type Problem } from "./problems.ts";
import type { Busy, Reader } from "./read-calendar.ts";

type Answer = "ready" | { busy: Busy[] } | { problem: Problem };

const starting = 8_000;

/** Reads a calendar in a thread of its own, with little memory and little time. Throws FeedProblem. */
export async function readInWorker(
  text: string,
  { zone, now, own }: Reader,
  caps: Caps = usual,
): Promise<Busy[]> {
  // Written so that the build finds the file and puts it beside what it makes of this one.
  const worker = new Worker(new URL("./calendar-worker.ts", import.meta.url), {
    workerData: { text, reader: { zone, now, own }, caps },
    resourceLimits: { maxOldGenerationSizeMb: caps.memory },
    // Nothing in it needs to know our settings.
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
  });
  const answer = Promise.withResolvers<Busy[]>();
  const tooMuch = () => answer.reject(new FeedProblem("too_much"));
  let timer = setTimeout(() => answer.reject(new Error("The reader of calendars does not start")), starting);
  worker.on("message", (said: Answer) => {
    if (said === "ready") {
      clearTimeout(timer);
      timer = setTimeout(tooMuch, caps.patience);
    } else if ("busy" in said) answer.resolve(said.busy);
    else answer.reject(new FeedProblem(said.problem));
  });
  worker.once("error", (error: NodeJS.ErrnoException) =>
    error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooMuch() : answer.reject(error),
  );
  worker.once("exit", () => answer.reject(new Error("The reader of calendars ended without a word")));
  try {
    return await answer.promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
