import { closeDatabase } from "#db/client.ts";
import "#tests/support/read-letters.ts";

// What a portal does with mail, measured in a process whose settings lead to a database and a mailbox of its own.
const { planMany, planningCost, sendingCost } = await import("./mail-costs.ts");
const { stopJobs } = await import("#lib/jobs/boss.ts");

const planning = await planningCost();
const sending = await sendingCost();
await planMany(Number(process.argv[2]));
await stopJobs(1_000);
await closeDatabase();
process.send?.({ planning, sending });
process.disconnect?.();
