import { closeDatabase } from "#db/client.ts";
import "#tests/support/read-letters.ts";

// A worker in a process of its own, for the tests that need two of them.
const { startWorker, stopWorker } = await import("#lib/jobs/worker.ts");
await startWorker();
process.once("SIGTERM", async () => {
  await stopWorker();
  await closeDatabase();
});
process.stdout.write("working\n");
