import { type Browser, chromium } from "@playwright/test";
import { readyChromium } from "#tests/run/chromium.ts";

/** A real Chromium that asks nobody anything by itself. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await readyChromium(),
    args: [
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
}
