import type { Browser } from "@playwright/test";
import { ensureCourse } from "#lib/lessons/shipped-course.ts";
import type { Figure } from "#tests/bench/figure.ts";
import { openBrowser } from "#tests/scoreboard/browser.ts";
import { aLesson } from "#tests/support/lessons.ts";
import { aClient, aSession } from "#tests/support/people.ts";
import { callerOf } from "./caller.ts";
import { medianCalls } from "./median-calls.ts";
import { onPortals } from "./on-portal.ts";
import { scriptsIn, weigh } from "./page-scripts.ts";

const MOST_SCRIPT = 5; // kB, packed, beyond what the empty page carries
const LEAST_RATE = 0.6; // of the requests a second of the empty page
const MOST_LCP = 1.2; // times that of the empty page

// The portal's frame round a line of text, made for each request like any other page.
const emptyPage = "/mail/off";
const openLesson = "/lessons/when-one-reaches";
const atOnce = 8;
const inABurst = 32;

/** What a lesson costs its reader beside an empty page of the same build, as the same person asks for both. */
export function run(): Promise<Figure[]> {
  return onPortals(1, async (site) => {
    if (!site) throw new Error("A portal was asked for");
    await ensureCourse(site.databaseUrl, Date.now());
    const { client, lesson } = await site.within(async () => ({
      client: await aSession(await aClient()),
      lesson: (await aLesson()).slug,
    }));
    const visitor = { url: site.url, session: undefined };
    const reader = { url: site.url, session: client };
    return [
      await weight("script, visitor", visitor, openLesson),
      await weight("script, client", reader, `/lessons/${lesson}`),
      await rate("requests, visitor", visitor, openLesson),
      await rate("requests, client", reader, `/lessons/${lesson}`),
      await largestPaint("largest paint, visitor", visitor, openLesson),
    ];
  });
}

type Who = { url: string; session: string | undefined };

async function weight(title: string, { url, session }: Who, path: string): Promise<Figure> {
  const caller = callerOf(url, session);
  const empty = weigh(scriptsIn(await caller.get(emptyPage)));
  const ours = weigh(scriptsIn(await caller.get(path))) - empty;
  caller.hangUp();
  return {
    case: title,
    ours,
    floor: empty,
    unit: "kB",
    ratio: null,
    limit: MOST_SCRIPT,
    ok: ours <= MOST_SCRIPT,
  };
}

async function rate(title: string, { url, session }: Who, path: string): Promise<Figure> {
  const callers = Array.from({ length: atOnce }, () => callerOf(url, session));
  const burst = async (asked: string) => {
    let left = inABurst;
    await Promise.all(
      callers.map(async (caller) => {
        while (left-- > 0) await caller.get(asked);
      }),
    );
  };
  const times = await medianCalls(
    { rounds: 25, warmUp: 8 },
    () => burst(path),
    () => burst(emptyPage),
  );
  for (const caller of callers) caller.hangUp();
  const [ours, floor] = times.map((ms) => (inABurst * 1000) / ms) as [number, number];
  const ratio = ours / floor;
  return { case: title, ours, floor, unit: "/s", ratio, limit: LEAST_RATE, ok: ratio >= LEAST_RATE };
}

async function largestPaint(title: string, { url }: Who, path: string): Promise<Figure> {
  const browser = await openBrowser();
  try {
    const times: [number[], number[]] = [[], []];
    for (let round = -1; round < 7; round++)
      for (const [index, asked] of [path, emptyPage].entries()) {
        const at = await paintOf(browser, url + asked);
        if (round >= 0) times[index]?.push(at);
      }
    const [ours, floor] = times.map((each) => each.sort((a, b) => a - b)[each.length >> 1] ?? 0) as [
      number,
      number,
    ];
    const ratio = ours / floor;
    return { case: title, ours, floor, unit: "ms", ratio, limit: MOST_LCP, ok: ratio <= MOST_LCP };
  } finally {
    await browser.close();
  }
}

/** When the largest thing of a page stands there, on a slow line and with nothing kept from before. */
async function paintOf(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 150,
    downloadThroughput: (1_600 * 1024) / 8,
    uploadThroughput: (750 * 1024) / 8,
  });
  await page.goto(address, { waitUntil: "networkidle" });
  const at = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: "largest-contentful-paint",
          buffered: true,
        });
      }),
  );
  await context.close();
  return at;
}
