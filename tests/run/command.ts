import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { delimiter, join } from "node:path";
import { checkout } from "#lib/running/install.mjs";
import { testSettings } from "#tests/support/settings.ts";

export type Ended = { isGood: boolean; output: string };

const running = new Set<ChildProcess>();
const outOfTime = "\n(ended: it took too long)";

/** Runs a command and keeps what it prints. It and all that it has started end with us, or when its time is over. */
export async function runCommand(
  command: string,
  args: string[],
  { minutes = 10, env = {} }: { minutes?: number; env?: Record<string, string> } = {},
): Promise<Ended> {
  // A group of its own, so that what it starts can be ended with it.
  const child = spawn(command, args, {
    cwd: checkout,
    detached: true,
    env: { ...testEnvironment(), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.add(child);
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => printed.push(text));
  const limit = setTimeout(() => {
    printed.push(outOfTime);
    endGroup(child);
  }, minutes * 60_000);
  const code = await once(child, "close").then(
    ([exitCode]) => exitCode,
    (error: Error) => printed.push(error.message),
  );
  clearTimeout(limit);
  running.delete(child);
  return { isGood: code === 0, output: printed.join("").trim() };
}

export function endCommands(): void {
  for (const child of running) endGroup(child);
}

function endGroup(child: ChildProcess): void {
  try {
    if (child.pid) process.kill(-child.pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}

/** A tool of ours, by its path in node_modules: npx and PATH may find another one. */
export function runTool(
  path: string,
  args: string[],
  options?: Parameters<typeof runCommand>[2],
): Promise<Ended> {
  return runCommand(process.execPath, [join(checkout, "node_modules", path), ...args], options);
}

// The settings of whoever runs the tests must not reach them: not their database, not their mail.
function testEnvironment(): NodeJS.ProcessEnv {
  const own = join(checkout, "node_modules", ".bin");
  return {
    ...process.env,
    ...testSettings,
    TZ: process.env.TZ,
    PATH: `${own}${delimiter}${process.env.PATH ?? ""}`,
    NODE_ENV: "test",
    NEXT_TELEMETRY_DISABLED: "1",
    FORCE_COLOR: "0",
  };
}
