import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";
import { runCommand, runTool } from "./command.ts";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
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

  const tried = (await isDebianRoot())
    ? [
        await runCommand("apt-get", ["update"]),
        await runCommand("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], quietly),
      ]
    : [];
  const installed = await findChromium();
  if (installed) return installed;

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
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
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
