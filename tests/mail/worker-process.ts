import { closeDatabase } from "#db/client.ts";
import { startWorker, stopWorker } from "#lib/jobs/worker.ts";

// A worker in a process of its own, for the tests that need two of them.
await startWorker();
process.once("SIGTERM", async () => {
  await stopWorker();
  await closeDatabase();
});
process.stdout.write("working\n");
