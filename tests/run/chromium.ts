import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { type Ended, runCommand, runTool } from "./command.ts";

// The shell has no window to draw and is the one that Playwright would fetch; tests run a third faster in it.
const shell = "chromium-headless-shell";
const names = [shell, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const places = [
  "/usr/bin/chromium",
  "/usr/lib/chromium/chromium",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** A Chromium that runs: the one named, an installed one, else one that we install. */
export async function readyChromium(): Promise<string> {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (await runs(named)) return named;
    throw new Error(
      `CHROMIUM_PATH names ${named}, which does not run. Set it to the program file of a Chromium, or leave it out.`,
    );
  }
  const found = await findChromium();
  if (found) return found;

  const tried: Ended[] = [];
  if (await isDebianRoot()) {
    tried.push(await runCommand("apt-get", ["update"]));
    for (const name of [shell, "chromium"]) {
      tried.push(await runCommand("apt-get", ["install", "-y", "--no-install-recommends", name], quietly));
      const installed = await findChromium();
      if (installed) return installed;
    }
  }

  tried.push(await runTool("@playwright/test/cli.js", ["install", "chromium"]));
  if (await runs(chromium.executablePath())) return chromium.executablePath();
  const said = tried.map(({ output }) => output.split("\n").slice(-6).join("\n")).join("\n");
  throw new Error(
    `No Chromium was found, and none could be installed. Install one, or set CHROMIUM_PATH.\n${said}`,
  );
}

const quietly = { env: { DEBIAN_FRONTEND: "noninteractive" } };

async function findChromium(): Promise<string | undefined> {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const candidates = [
    ...names.flatMap((name) => folders.map((folder) => join(folder, name))),
    ...places,
    chromium.executablePath(),
  ];
  for (const candidate of new Set(candidates))
    if (existsSync(candidate) && (await runs(candidate))) return candidate;
  return undefined;
}

async function runs(program: string): Promise<boolean> {
  return (await runCommand(program, ["--version"], { minutes: 0.5 })).isGood;
}

async function isDebianRoot(): Promise<boolean> {
  return process.getuid?.() === 0 && (await runCommand("apt-get", ["--version"])).isGood;
}
