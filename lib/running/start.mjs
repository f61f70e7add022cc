// `npm start` and `npm run dev`. Plain JavaScript: it runs on Node 20 with nothing installed, and makes the rest ready.
import { join } from "node:path";
import { handOver } from "./hand-over.mjs";
import { checkout } from "./install.mjs";
import { takeLock } from "./lock.mjs";
import { tell } from "./progress.mjs";

const args = process.argv.slice(2);
const { lock, holder } = claimCheckout();

if (holder) {
  tell(
    holder.url
      ? `Attune is running already: ${holder.url} (process ${holder.holders[0].pid})`
      : `Attune is starting already (process ${holder.holders[0].pid}). It says where when it is ready.`,
  );
} else {
  process.once("exit", () => lock.release());
  try {
    process.exitCode = await handOver("lib/running/start.ts", args, endWithNpm);
  } catch (error) {
    tell(error.message);
    process.exitCode = 1;
  }
}

function claimCheckout() {
  try {
    return takeLock(join(checkout, ".data", "running.json"), {
      mode: args.includes("--dev") ? "dev" : "start",
    });
  } catch (error) {
    tell(
      error.code === "EACCES" || error.code === "EROFS"
        ? `Attune keeps its data in ${join(checkout, ".data")}, and may not write there. Start it as the user who did before, or change the folder's owner.`
        : error.message,
    );
    process.exit(1);
  }
}

// npm that was killed cannot pass that on; then we have another parent than before.
function endWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    child.kill("SIGTERM");
  }, 1000);
  watch.unref();
}
