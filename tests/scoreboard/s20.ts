import { type Browser, type BrowserContext, chromium } from "@playwright/test";
import { closeDatabase } from "#db/client.ts";
import { loadDemo } from "#db/demo/load.ts";
import { forStaticFiles, headersFor } from "#lib/running/headers.ts";
import { listPages, type Page } from "#tests/support/pages.ts";
import { type Portal, startPortal } from "#tests/support/portal.ts";
import type { BoardTest, Options, Outcome } from "./board.ts";
import type { World } from "./world.ts";

/** Every page in a real browser: its content policy holds, it asks nobody else, and its headers are the table's. */
export const s20: BoardTest = { id: "S20", title: "Content policy and headers", isQuick: true, run };

type Seen = { violations: string[]; console: string[]; elsewhere: string[]; headers: string[] };

async function run(world: World, { guard }: Options): Promise<Outcome> {
  const portal = await startPortal({ database: "empty", processes: 1 });
  const before = process.env.DATABASE_URL;
  await closeDatabase();
  process.env.DATABASE_URL = portal.database.url;
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH,
    args: ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-gpu"],
  });
  try {
    await loadDemo(portal.database.url, Date.now());
    const pages = await listPages(portal.processes[0].url);
    const seen: Seen = { violations: [], console: [], elsewhere: [], headers: [] };
    for (const page of pages) await look(browser, portal, page, seen, guard);
    await checkStaticFile(portal, seen);
    const counts = {
      pages: pages.length,
      violations: seen.violations.length,
      "console messages": seen.console.length,
      "requests elsewhere": seen.elsewhere.length,
      "headers that differ": seen.headers.length,
    };
    const all = Object.values(seen).flat();
    return {
      tried: "each page of the build opened in Chromium as somebody who may see it",
      counts: all[0] ? { ...counts, first: all[0] } : counts,
      pass: all.length === 0,
    };
  } finally {
    await browser.close();
    await closeDatabase();
    process.env.DATABASE_URL = before ?? world.database.url;
    await portal.stop();
  }
}

async function look(browser: Browser, portal: Portal, page: Page, seen: Seen, guard: boolean): Promise<void> {
  const { url } = portal.processes[0];
  const context = await browser.newContext();
  const [name, value] = page.cookie.split("=");
  if (name && value) await context.addCookies([{ name, value, url }]);
  watch(context, url, page.route, seen);
  const tab = await context.newPage();
  // The twin: a policy that names another nonce than the page's scripts carry.
  if (!guard)
    await tab.route(`${url}${page.path}`, async (route) => {
      const response = await route.fetch();
      const headers = response.headers();
      const policy = headers["content-security-policy"]?.replaceAll(/nonce-[^']+/g, "nonce-another") ?? "";
      await route.fulfill({ response, headers: { ...headers, "content-security-policy": policy } });
    });
  const response = await tab.goto(`${url}${page.path}`, { waitUntil: "networkidle" });
  if (guard) compareHeaders(page, (await response?.allHeaders()) ?? {}, response?.status(), seen);
  seen.violations.push(...(await tab.evaluate(() => Reflect.get(window, "violations") as string[])));
  await context.close();
}

function watch(context: BrowserContext, url: string, route: string, seen: Seen): void {
  context.on("console", (message) => seen.console.push(`${route}: ${message.text()}`));
  context.on("weberror", (error) => seen.console.push(`${route}: ${error.error().message}`));
  context.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== url) seen.elsewhere.push(`${route}: ${request.url()}`);
  });
  void context.addInitScript(() => {
    const violations: string[] = [];
    Reflect.set(window, "violations", violations);
    document.addEventListener("securitypolicyviolation", (event) => {
      violations.push(`${location.pathname}: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
}

/** What the table says stands there, nothing of it twice, and nothing that tells about the server or its visitor. */
function compareHeaders(
  page: Page,
  received: Record<string, string>,
  status: number | undefined,
  seen: Seen,
) {
  const wrong = (what: string) => seen.headers.push(`${page.route}: ${what}`);
  if (status !== 200) wrong(`status ${status}`);
  const nonce = /nonce-([^']+)'/.exec(received["content-security-policy"] ?? "")?.[1] ?? "";
  if (nonce.length < 16) wrong("no nonce");
  const path = page.path.split("?")[0] ?? "";
  for (const [header, value] of Object.entries(headersFor(path, { nonce, https: false })))
    if (received[header.toLowerCase()] !== value) wrong(`${header} is ${received[header.toLowerCase()]}`);
  for (const header of ["server", "x-powered-by", "set-cookie", "access-control-allow-origin"])
    if (received[header]) wrong(`${header} is there`);
}

async function checkStaticFile(portal: Portal, seen: Seen): Promise<void> {
  const { url } = portal.processes[0];
  const html = await (await fetch(`${url}/support`)).text();
  const path = /src="(\/_next\/static\/[^"]+)"/.exec(html)?.[1];
  const { headers } = await fetch(`${url}${path}`);
  for (const [header, value] of Object.entries(forStaticFiles))
    if (headers.get(header) !== value) seen.headers.push(`${path}: ${header} is ${headers.get(header)}`);
}
