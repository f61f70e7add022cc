import { execFileSync } from "node:child_process";
import { readFile, readlink, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

/** The process id of a server that runs on this cluster, whoever started it. */
export async function earlierServer(cluster: string): Promise<number | undefined> {
  const first = (await readFile(join(cluster, "postmaster.pid"), "utf8").catch(() => "")).split("\n")[0];
  const pid = Number(first);
  return pid > 1 && (await servesCluster(pid, cluster)) ? pid : undefined;
}

// A process id alone proves nothing: after a crash it may belong to anybody.
async function servesCluster(pid: number, cluster: string): Promise<boolean> {
  if (process.platform === "linux") {
    const workingFolder = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
    return workingFolder === (await realpath(cluster));
  }
  try {
    return execFileSync("ps", ["-ww", "-o", "command=", "-p", String(pid)], {
      encoding: "utf8",
    }).includes(cluster);
  } catch {
    return false;
  }
}

/** Ends a server that an earlier start left behind, and clears its mark if it is gone already. */
export async function settleEarlierServer(cluster: string): Promise<void> {
  for (const [signal, seconds] of [
    ["SIGINT", 8],
    ["SIGQUIT", 5],
  ] as const) {
    const pid = await earlierServer(cluster);
    if (!pid) break;
    process.kill(pid, signal);
    for (let tenths = 0; tenths < seconds * 10 && (await earlierServer(cluster)); tenths++) await pause(100);
  }
  const left = await earlierServer(cluster);
  if (left) throw new Error(`A database server that does not end still uses ${cluster} (process ${left})`);
  await rm(join(cluster, "postmaster.pid"), { force: true });
}
