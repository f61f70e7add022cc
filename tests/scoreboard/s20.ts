import type { Browser, BrowserContext, Page, Response } from "@playwright/test";
import { forStaticFiles, headersFor } from "#lib/running/headers.ts";
import type { BoardTest } from "./board.ts";
import { openBrowser } from "./browser.ts";
import { aCast } from "./cast.ts";
import { pathsFor } from "./page-paths.ts";
import type { World } from "./world.ts";

type Seen = {
  violations: string[];
  console: string[];
  elsewhere: string[];
  headers: string[];
  nonces: string[];
};

/** Every page, as each kind of person sees it, in a real browser. */
export const s20: BoardTest = {
  id: "S20",
  title: "CSP and headers",
  isQuick: true,
  async run(world, { guard }) {
    const cast = await aCast();
    const browser = await openBrowser();
    const seen: Seen = { violations: [], console: [], elsewhere: [], headers: [], nonces: [] };
    let pages = 0;
    try {
      for (const who of ["visitor", "ada", "sol", "kim"] as const) {
        const paths = pathsFor(cast, who);
        pages += paths.length;
        for (const path of paths)
          await visit(world, browser, { path, session: cast.sessions[who], guard }, seen);
      }
    } finally {
      await browser.close();
    }
    const repeatedNonces = seen.nonces.length - new Set(seen.nonces).size;
    const counts = {
      pages,
      violations: seen.violations.length,
      consoleMessages: seen.console.length,
      requestsElsewhere: seen.elsewhere.length,
      wrongHeaders: seen.headers.length,
      repeatedNonces,
    };
    const found = [seen.violations, seen.console, seen.elsewhere, seen.headers].map((list) => list.length);
    const first = [...seen.violations, ...seen.console, ...seen.elsewhere, ...seen.headers]
      .slice(0, 8)
      .join(" · ");
    return {
      tried: `${pages} pages as visitor, client, coach and owner in Chromium, every answer's headers beside the table`,
      counts: { ...counts, ...(first && guard && { first }) },
      pass: guard
        ? [...found, repeatedNonces].every((count) => count === 0)
        : found.some((count) => count === 0),
    };
  },
};

type Visit = { path: string; session: string | undefined; guard: boolean };

async function visit({ processes }: World, browser: Browser, { path, session, guard }: Visit, seen: Seen) {
  const [{ url }] = processes;
  const context = await browser.newContext({ baseURL: url, timezoneId: "Europe/Lisbon" });
  if (session) await context.addCookies([{ name: "attune", value: session, url }]);
  watch(context, url, seen);
  const page = await context.newPage();
  if (!guard) await spoil(page, path.length % 2 === 0);
  await page.goto(path, { waitUntil: "networkidle" });
  seen.violations.push(
    ...(await page.evaluate(() => (globalThis as unknown as { seenByPolicy: string[] }).seenByPolicy)),
  );
  await context.close();
}

function watch(context: BrowserContext, ours: string, seen: Seen): void {
  void context.addInitScript(() => {
    const kept: string[] = [];
    Object.assign(globalThis, { seenByPolicy: kept });
    addEventListener("securitypolicyviolation", (event) =>
      kept.push(`${event.effectiveDirective} ${event.blockedURI} on ${location.pathname}`),
    );
  });
  context.on("console", (message) => seen.console.push(`${message.type()}: ${message.text()}`));
  context.on("weberror", (error) => seen.console.push(error.error().message));
  context.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== "data:" && origin !== ours) seen.elsewhere.push(request.url());
  });
  context.on("response", (response) => {
    if (response.url().startsWith(ours)) seen.headers.push(...wrongHeaders(response, seen));
  });
}

const nowhere = ["x-powered-by", "server", "access-control-allow-origin"];

function wrongHeaders(response: Response, seen: Seen): string[] {
  const path = new URL(response.url()).pathname;
  const got = response.headers();
  const nonce = /'nonce-([A-Za-z0-9+/=]{22,})'/.exec(got["content-security-policy"] ?? "")?.[1] ?? "";
  const isStatic = path.startsWith("/_next/static/");
  if (nonce) seen.nonces.push(nonce);
  const table = isStatic ? forStaticFiles : headersFor(path, { nonce, https: false });
  const wrong = Object.entries(table).filter(([name, value]) => got[name.toLowerCase()] !== value);
  return [
    ...wrong.map(([name]) => `${path} ${name}: ${got[name.toLowerCase()]}`),
    ...nowhere.filter((name) => name in got).map((name) => `${path} has ${name}`),
    ...("x-robots-tag" in got && !("X-Robots-Tag" in table) ? [`${path} x-robots-tag`] : []),
  ];
}

/** As if a page carried something foreign, with the policy and without it. */
async function spoil(page: Page, keepPolicy: boolean): Promise<void> {
  await page.route("**/*", async (route) => {
    if (route.request().resourceType() !== "document") return route.continue();
    const response = await route.fetch();
    const { "content-security-policy": policy, ...headers } = response.headers();
    const foreign = `<script>console.log("hello")</script><img src="http://elsewhere.invalid/pixel.gif" alt="">`;
    await route.fulfill({
      response,
      headers: { ...headers, ...(keepPolicy && policy && { "content-security-policy": policy }) },
      body: (await response.text()).replace("</body>", `${foreign}</body>`),
    });
  });
}
