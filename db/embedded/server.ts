import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { chown, mkdir, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import type { Binaries } from "./binaries.ts";
import { clusterOf, type Home } from "./home.ts";

export type Server = {
  pid: number;
  exited: Promise<unknown>;
  stop: () => Promise<void>;
};

const run = promisify(execFile);
// Nothing of ours: PGDATA and its like would lead the server astray.
const environment: NodeJS.ProcessEnv = {
  LC_ALL: "C",
  TZ: "UTC",
  PATH: process.env.PATH,
  NODE_ENV: "production",
};

/** Makes the cluster, in one move: one that was broken off is begun again. */
export async function makeCluster(home: Home, binaries: Binaries, password: string): Promise<void> {
  const cluster = clusterOf(home);
  if (existsSync(join(cluster, "PG_VERSION"))) return;

  const fresh = `${cluster}.new`;
  const passwordFile = join(home.folder, "password.new");
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (home.user) for (const path of [fresh, passwordFile]) await chown(path, home.user.uid, home.user.gid);
  const flags = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  const access = ["--username=postgres", `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
  try {
    const speed = home.isTemporary ? ["--no-sync"] : [];
    await run(binaries.initdb, [`--pgdata=${fresh}`, ...flags, ...access, ...speed], {
      ...home.user,
      cwd: home.folder,
      env: environment,
    });
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(fresh, cluster);
}

/** Starts the server and waits until it takes connections. */
export async function launch(home: Home, binaries: Binaries, port: number): Promise<Server> {
  const logFile = join(home.folder, "server.log");
  const log = await open(logFile, "w", 0o600);
  // A session of its own: Ctrl-C in the terminal must not end the database before the portal has finished.
  const child = spawn(binaries.postgres, ["-D", clusterOf(home), ...options(home, port)], {
    ...home.user,
    cwd: home.folder,
    env: environment,
    detached: true,
    stdio: ["ignore", log.fd, log.fd],
  });
  const exited = once(child, "exit").catch(() => {});
  await log.close();
  const failed = once(child, "error").then(([error]) => error as Error);
  const watcher = child.pid ? watch(child.pid, home) : undefined;
  exited.then(() => watcher?.kill("SIGKILL"));

  const isReady = await Promise.race([failed, exited.then(() => false), untilReady(clusterOf(home), child)]);
  if (isReady instanceof Error) throw isReady;
  if (!isReady || !child.pid)
    throw new Error((await readFile(logFile, "utf8")).trim().split("\n").slice(-8).join("\n"));
  return { pid: child.pid, exited, stop: () => stop(child, exited) };
}

function options(home: Home, port: number): string[] {
  const settings: Record<string, string | number> = {
    listen_addresses: "127.0.0.1",
    port,
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    // The log must not repeat what people wrote.
    log_error_verbosity: "terse",
    log_min_error_statement: "panic",
    log_checkpoints: "off",
    max_connections: home.isTemporary ? 300 : 100,
    ...(home.isTemporary && {
      fsync: "off",
      synchronous_commit: "off",
      full_page_writes: "off",
    }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

// Ends the server when we are gone without having said so: then the pipe to this little shell closes.
function watch(pid: number, home: Home): ChildProcess {
  const script = 'read -r _; kill -INT "$0"';
  const watcher = spawn("/bin/sh", ["-c", script, String(pid)], {
    ...home.user,
    cwd: "/",
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  watcher.on("error", () => {});
  watcher.stdin?.on("error", () => {});
  watcher.unref();
  return watcher;
}

async function untilReady(cluster: string, child: ChildProcess): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    const lines = (await readFile(join(cluster, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
    if (Number(lines[0]) === child.pid && lines[7]?.trim() === "ready") return true;
    await pause(20);
  }
  return false;
}

async function stop(child: ChildProcess, exited: Promise<unknown>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGINT");
  const isOut = await Promise.race([exited.then(() => true), pause(4000, false, { ref: false })]);
  if (isOut) return;
  child.kill("SIGQUIT");
  await exited;
}
