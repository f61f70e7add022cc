import AxeBuilder from "@axe-core/playwright";
import type { Browser, Page } from "@playwright/test";
import type { BoardTest } from "./board.ts";
import { openBrowser } from "./browser.ts";
import { aCast } from "./cast.ts";
import { pathsFor } from "./page-paths.ts";
import type { World } from "./world.ts";

const views = [320, 768, 1280].flatMap((width) => [
  { width, colorScheme: "light" as const },
  { width, colorScheme: "dark" as const },
]);
type View = (typeof views)[number];
type Found = { faults: string[]; tooWide: string[] };

/** Every page as each kind of person sees it: what axe finds, and what is cut off at the side. */
export const s21: BoardTest = {
  id: "S21",
  title: "Axe on every page",
  isQuick: false,
  async run(world, { guard, quick }) {
    const cast = await aCast();
    const browser = await openBrowser();
    const found: Found = { faults: [], tooWide: [] };
    let [pages, looks] = [0, 0];
    try {
      for (const who of ["visitor", "ada", "sol"] as const)
        for (const path of guard ? pathsFor(cast, who) : ["/support"]) {
          // One view of each page is enough to notice most of what all six would.
          const some = quick || !guard ? [views[pages % views.length] ?? views[0]] : views;
          pages += 1;
          looks += some.length;
          for (const view of some)
            if (view) await look(world, browser, { path, view, session: cast.sessions[who], guard }, found);
        }
    } finally {
      await browser.close();
    }
    const first = [...new Set([...found.faults, ...found.tooWide])].slice(0, 8).join(" · ");
    return {
      tried: `${pages} pages as visitor, client and coach in ${looks} views of 320, 768 and 1280 pixels, by day and in the evening`,
      counts: {
        looks,
        faults: found.faults.length,
        tooWide: found.tooWide.length,
        ...(first && guard && { first }),
      },
      pass: guard
        ? found.faults.length + found.tooWide.length === 0
        : found.faults.length === 0 || found.tooWide.length === 0,
    };
  },
};

type Look = { path: string; view: View; session: string | undefined; guard: boolean };

async function look(
  { processes }: World,
  browser: Browser,
  { path, view, session, guard }: Look,
  found: Found,
): Promise<void> {
  const [{ url }] = processes;
  const { width, colorScheme } = view;
  const context = await browser.newContext({
    baseURL: url,
    timezoneId: "Europe/Lisbon",
    viewport: { width, height: 800 },
    colorScheme,
    reducedMotion: "reduce",
  });
  if (session) await context.addCookies([{ name: "attune", value: session, url }]);
  const page = await context.newPage();
  await page.goto(path, { waitUntil: "networkidle" });
  if (!guard) await spoil(page);
  const where = `${path} at ${width} in ${colorScheme}`;
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  found.faults.push(...violations.map(({ id, nodes }) => `${where}: ${id} ${nodes[0]?.target.join(" ")}`));
  const extra = await page.evaluate(() => {
    const [page, main] = [document.documentElement, document.querySelector("main") ?? document.body];
    // What clips its own is never seen from outside; of others, some lines may reach for the edges of the page.
    const isClipped = getComputedStyle(main).overflowX !== "visible";
    return Math.max(page.scrollWidth - innerWidth, isClipped ? main.scrollWidth - main.clientWidth : 0);
  });
  if (extra > 0) found.tooWide.push(`${where}: ${extra} pixels too wide`);
  await context.close();
}

/** As if nobody had looked: a link without a word, and something that does not end at the side. */
async function spoil(page: Page): Promise<void> {
  await page.evaluate(() => {
    const link = document.createElement("a");
    link.setAttribute("href", "/");
    const wide = document.createElement("hr");
    wide.style.minWidth = "3000px";
    document.querySelector("main")?.append(link, wide);
  });
}
