// Plain JavaScript that runs on Node 20 with nothing installed.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { waitForLock } from "./lock.mjs";
import { step, tell } from "./progress.mjs";

export const checkout = fileURLToPath(new URL("../..", import.meta.url));

const lockFile = join(checkout, "package-lock.json");
const stamp = join(checkout, "node_modules", ".attune-installed");
const oldest = [24, 2];

/** Installs what is missing, and gives the Node that everything else runs on. */
export async function readyToRun() {
  if (process.platform === "win32") throw new Error("Attune starts on Linux and macOS; on Windows, use WSL.");
  const lock = await waitForLock(join(checkout, ".data", "installing.json"), () =>
    tell("Another Attune installs packages in this folder; waiting for it"),
  );
  try {
    if (!isInstalled()) {
      await step("Install the packages that Attune is made of (npm ci)", installPackages);
      writeFileSync(stamp, fingerprint());
    }
    return await readyNode();
  } finally {
    lock.release();
  }
}

/** What is in node_modules is compared, not how old files are: a clone or a copy makes every file new. */
function isInstalled() {
  if (!existsSync(join(checkout, "node_modules"))) return false;
  if (read(stamp) === fingerprint()) return true;
  const wanted = JSON.parse(readFileSync(lockFile, "utf8")).packages;
  const there = JSON.parse(read(join(checkout, "node_modules", ".package-lock.json")) ?? "{}").packages;
  if (!there) return false;
  const isComplete = Object.entries(wanted).every(
    ([path, entry]) =>
      path === "" || (there[path] ? there[path].version === entry.version : isOptional(entry)),
  );
  if (isComplete) writeFileSync(stamp, fingerprint());
  return isComplete;
}

function isOptional(entry) {
  return Boolean(entry.optional || entry.peer || entry.os || entry.cpu || entry.libc);
}

function fingerprint() {
  return createHash("sha256")
    .update(readFileSync(lockFile))
    .update(`${process.platform} ${process.arch}`)
    .digest("hex");
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

async function installPackages() {
  // What runs npm must not be the Node inside the folder that npm is about to take away.
  await run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"], { cwd: checkout });
}

async function readyNode() {
  const own = join(checkout, "node_modules", "node", "bin", "node");
  if (works(own)) return own;
  // npm may have been told to run no install scripts; this is the one that fetches Node.
  const script = join(checkout, "node_modules", "node", "installArchSpecificPackage.js");
  if (existsSync(script))
    await step("Fetch Node 24", () =>
      run("node", [script], { cwd: join(checkout, "node_modules", "node") }),
    ).catch(() => {});
  if (works(own)) return own;
  if (works(process.execPath)) return process.execPath;
  throw new Error(
    `Attune runs on Node ${oldest.join(".")} or newer. This is Node ${process.versions.node}, and Node 24 could not be fetched from npm. ` +
      "Try again with a network and with npm's install scripts allowed (npm config delete ignore-scripts), or install Node 24 from nodejs.org.",
  );
}

function works(node) {
  if (!existsSync(node)) return false;
  const { status, stdout } = spawnSync(node, ["-p", "process.versions.node"], { encoding: "utf8" });
  const [major = 0, minor = 0] = status === 0 ? stdout.trim().split(".").map(Number) : [];
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

/** Runs a command quietly. What it printed is shown when it fails. */
async function run(command, args, { cwd }) {
  const path = (process.env.PATH ?? "").split(delimiter).filter((folder) => !folder.includes("node_modules"));
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, PATH: path.join(delimiter), NODE_ENV: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed = [];
  child.stdout.on("data", (chunk) => printed.push(chunk));
  child.stderr.on("data", (chunk) => printed.push(chunk));
  const code = await new Promise((resolve, reject) => {
    child.once("error", (error) =>
      reject(error.code === "ENOENT" ? new Error(`${command} is not installed; it comes with Node`) : error),
    );
    child.once("close", resolve);
  });
  if (code !== 0)
    throw new Error(`${command} ${args[0]} did not succeed:\n${Buffer.concat(printed).toString().trim()}`);
}
