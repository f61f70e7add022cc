import { closeDatabase } from "#db/client.ts";
import "#tests/support/read-letters.ts";

// A process that does the background work and nothing else, once it is told to begin.
const { startWorker, stopWorker } = await import("#lib/jobs/worker.ts");

async function end(): Promise<void> {
  await stopWorker();
  await closeDatabase();
  if (process.connected) process.disconnect();
}

process.once("message", async () => {
  await startWorker();
  process.send?.("working");
});
process.once("SIGTERM", end);
// Whoever started it is gone.
process.once("disconnect", () => process.exit());
process.send?.("loaded");
