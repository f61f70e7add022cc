import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { checkout } from "./install.mjs";
import { lockHolder, waitForLock } from "./lock.mjs";
import { step, tell } from "./progress.mjs";
import { hashSources } from "./sources.ts";

const buildFolder = join(checkout, ".next");
const stamp = join(buildFolder, "attune-built-from");

type Options = { isVerbose?: boolean; signal?: AbortSignal };

/** Builds the portal unless there is a build of exactly these sources. */
export async function readyBuild({ isVerbose = false, signal }: Options = {}): Promise<void> {
  const lock = await waitForLock(join(checkout, ".data", "building.json"), () =>
    tell("Another Attune builds in this folder; waiting for it"),
  );
  try {
    const sources = await hashSources(checkout);
    const built = await readFile(stamp, "utf8").catch(() => undefined);
    if (built === sources && existsSync(join(buildFolder, "BUILD_ID"))) return;
    demandNobodyServes();
    await mkdir(buildFolder, { recursive: true });
    await writeFile(stamp, "");
    await step("Build the portal", () => build(isVerbose, signal));
    await writeFile(stamp, sources);
  } finally {
    lock.release();
  }
}

function demandNobodyServes(): void {
  const serving = lockHolder(join(checkout, ".data", "running.json"));
  const isOurs = serving?.holders.some(({ pid }) => pid === process.pid || pid === process.ppid);
  if (serving?.mode === "start" && !isOurs)
    throw new Error(
      "The sources have changed, and a portal runs in this folder from the build before. Stop it first, so that it does not lose its files.",
    );
}

async function build(isVerbose: boolean, signal: AbortSignal | undefined): Promise<void> {
  const child = spawn(
    process.execPath,
    [join(checkout, "node_modules", "next", "dist", "bin", "next"), "build"],
    {
      cwd: checkout,
      // Only what every machine has alike: a build must not know whose portal it will be.
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        TMPDIR: process.env.TMPDIR,
        NODE_ENV: "production",
        NEXT_TELEMETRY_DISABLED: "1",
      },
      stdio: isVerbose ? "inherit" : ["ignore", "pipe", "pipe"],
      signal,
    },
  );
  const printed: Buffer[] = [];
  child.stdout?.on("data", (chunk) => printed.push(chunk));
  child.stderr?.on("data", (chunk) => printed.push(chunk));
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`The build did not succeed:\n${Buffer.concat(printed).toString().trim()}`);
}
