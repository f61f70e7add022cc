import { errorFields, log } from "#lib/log.ts";
import { sweepMail } from "#lib/mail/sweep.ts";
import { onStop } from "#lib/running/stopping.ts";
import { jobs, stopJobs } from "./boss.ts";
import { works } from "./registry.ts";

const sweepEvery = 5_000;
const tryAgainAfter = 2_000;
// The server gives its parts three seconds; what is cut off then is picked up again when its lease ends.
const patience = 2_500;

type State = { isStopping: boolean; timer?: NodeJS.Timeout };

const kept = globalThis as unknown as { attuneWorker?: State };

/** Starts the background work of this process, once. When the database is away it keeps trying, and the pages are served. */
export async function startWorker(): Promise<void> {
  if (kept.attuneWorker) return;
  const state: State = { isStopping: false };
  kept.attuneWorker = state;
  onStop(stopWorker);
  await begin(state);
}

/** Claims nothing more, lets what runs come to its end, and closes the job runner. */
export async function stopWorker(): Promise<void> {
  const state = kept.attuneWorker;
  if (state) {
    state.isStopping = true;
    clearTimeout(state.timer);
  }
  delete kept.attuneWorker;
  await stopJobs(patience);
}

async function begin(state: State): Promise<void> {
  try {
    const boss = await jobs();
    for (const { queue, cron, options, run } of works) {
      await boss.updateQueue(queue, { notify: true });
      if (cron) await boss.schedule(queue, cron);
      await boss.work(queue, options, async ([job]) => {
        if (job) await runSafely(queue, () => run(job.data as never));
      });
    }
    await sweep(state);
  } catch (error) {
    log.error("The background work cannot start yet", errorFields(error));
    await stopJobs(1_000).catch(() => {});
    if (!state.isStopping) state.timer = setTimeout(() => void begin(state), tryAgainAfter);
  }
}

async function sweep(state: State): Promise<void> {
  await sweepMail(Date.now()).catch((error: unknown) =>
    log.warn("Mail could not be looked after", errorFields(error)),
  );
  if (!state.isStopping) state.timer = setTimeout(() => void sweep(state), sweepEvery);
}

// The job runner writes what a job throws into its table, and that may quote people.
async function runSafely(queue: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const fields = { queue, ...errorFields(error) };
    log.error("A job failed", fields);
    throw new Error(`${fields.errorName ?? "Error"} ${fields.code ?? ""}`.trim());
  }
}
