import type { PgBoss } from "pg-boss";
import { errorFields, log } from "#lib/log.ts";
import { sweepMail } from "#lib/mail/sweep.ts";
import { onStop } from "#lib/running/stopping.ts";
import { jobs, stopJobs } from "./boss.ts";
import { type Work, works } from "./registry.ts";
import { noteRun } from "./runs.ts";

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
    for (const { queue, cron } of works) {
      await boss.updateQueue(queue, { notify: true });
      if (cron) await boss.schedule(queue, cron);
    }
    for (const work of works) for (let n = 0; n < work.workers; n += 1) await employ(boss, work);
    await sweep(state);
  } catch (error) {
    log.error("The background work cannot start yet", errorFields(error));
    await stopJobs(1_000).catch(() => {});
    if (!state.isStopping) state.timer = setTimeout(() => void begin(state), tryAgainAfter);
  }
}

async function employ(boss: PgBoss, { queue, cron, options, run }: Work): Promise<void> {
  const worker = await boss.work(queue, options, async ([job]) => {
    if (job)
      await runSafely(queue, async () => {
        await run(job.data as never);
        if (cron) await noteRun(queue, Date.now());
      });
    // Where one job was there may be another: look at once instead of at the next poll.
    boss.notifyWorker(worker);
  });
}

async function sweep(state: State): Promise<void> {
  try {
    await sweepMail(Date.now());
    await noteRun("mail", Date.now());
  } catch (error) {
    log.warn("Mail could not be looked after", errorFields(error));
  }
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
