import { setTimeout as pause } from "node:timers/promises";
import { type Browser, chromium } from "@playwright/test";
import { ensureQuestions } from "#lib/questions/shipped-sets.ts";
import { findAsked } from "#lib/reflections/asked/queries.ts";
import { readyChromium } from "#tests/run/chromium.ts";
import { aSessionToCome, beforeIt } from "#tests/support/asked.ts";
import { aClient, aCoach, aSession, type Client, type Coach } from "#tests/support/people.ts";
import { type Process, startProcess } from "#tests/support/portal.ts";
import { testSettings } from "#tests/support/settings.ts";
import type { BoardTest } from "./board.ts";
import { openBrowser } from "./browser.ts";
import { type Chance, chance, seedOfRun } from "./chance.ts";
import { subjectTimes } from "./subjects.ts";
import { openTypist, type Typist, type Words } from "./typist.ts";
import type { World } from "./world.ts";

const disasters = ["browser", "network", "server", "tab"] as const;
const atOnce = 4;
type Disaster = (typeof disasters)[number];

type Seen = {
  saves: number;
  lost: string[];
  mixed: string[];
  unwarned: number;
  asked: number;
  notCaughtUp: number;
};
type Stage = { browser: Browser; server: Process; coach: Coach; draw: Chance; guard: boolean };

/** Browsers, networks and servers end while somebody writes: what was said to be kept is there, whole. */
export const r16: BoardTest = {
  id: "R16",
  title: "Ends while somebody writes",
  isQuick: false,
  async run(world, { guard, quick }) {
    const seed = seedOfRun();
    const draw = chance(seed);
    const times = !guard || quick ? 8 : 100;
    await ensureQuestions(world.database.url, Date.now());
    const settings = { ...testSettings, DATABASE_URL: world.database.url, RESEND_BASE_URL: world.mailbox };
    const coach = await aCoach({ isAwake: true });
    if (!guard) await loseSome(world);
    const seen: Seen = { saves: 0, lost: [], mixed: [], unwarned: 0, asked: 0, notCaughtUp: 0 };
    const waiting = Array.from({ length: times }, (_, nth) => disasters[nth % disasters.length] ?? "browser");
    // Each on a server and a browser of their own, so that nobody's end is another's.
    const work = async () => {
      const own = { browser: await openBrowser(), server: await startProcess(settings) };
      const stage: Stage = { ...own, draw, guard, coach };
      try {
        for (let next = waiting.pop(); next; next = waiting.pop())
          await endWhileWriting(stage, next, seen, settings);
      } finally {
        await stage.browser.close();
        await stage.server.kill("SIGTERM");
      }
    };
    const ends = await Promise.allSettled(Array.from({ length: atOnce }, work));
    for (const end of ends) if (end.status === "rejected") throw end.reason;
    const wrong = [...seen.lost, ...seen.mixed];
    return {
      tried: `${times} times somebody typed into two answers while the browser was killed, its network cut, the server killed, or the tab closed; ${seen.saves} saves were acknowledged`,
      counts: {
        seed,
        lost: seen.lost.length,
        mixed: seen.mixed.length,
        "not warned": `${seen.unwarned} of ${seen.asked}`,
        "not caught up": seen.notCaughtUp,
        ...(wrong.length > 0 && { first: wrong.slice(0, 4).join(" · ") }),
      },
      pass: guard
        ? wrong.length + seen.unwarned + seen.notCaughtUp === 0 &&
          seen.saves > times &&
          seen.asked >= times / 4
        : seen.lost.length === 0 || seen.unwarned === 0,
    };
  },
};

async function endWhileWriting(stage: Stage, by: Disaster, seen: Seen, settings: Record<string, string>) {
  const { coach, draw, guard } = stage;
  const client = await aClient();
  const booking = await aSessionToCome({ for: client, with: coach, start: subjectTimes.soon(), minutes: 5 });
  const path = `/sessions/${booking}/reflection`;
  const own = by === "browser" ? await aBrowserToKill() : undefined;
  const context = await contextFor(own?.browser ?? stage.browser, stage.server.url, client);
  if (!guard)
    await context.addInitScript(() =>
      addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), true),
    );
  const typist = await openTypist(context, path, draw);
  await typist.type(2_500 + draw.below(4_000));
  // Meanwhile they type on, and never notice.
  const typing = typist.type(1_500 + draw.below(1_500)).catch(() => {});
  await pause(draw.below(1_500));
  if (own) await own.kill();
  else if (by === "network") await context.setOffline(true);
  else if (by === "server") await stage.server.kill("SIGKILL");
  else await context.close();
  await typing;
  if (by === "network" || by === "server") {
    seen.asked += 1;
    const isWarned = await typist.isWarned();
    if (!isWarned) seen.unwarned += 1;
    if (by === "network") await context.setOffline(false);
    else stage.server = await startProcess(settings, stage.server.url);
    if (isWarned && !(await catchesUp(typist))) seen.notCaughtUp += 1;
  }
  // What the server had in hand comes to its end.
  await pause(300);
  const acknowledged = typist.acknowledged();
  const possible = [acknowledged.words, ...typist.unanswered()];
  if (!own && by !== "tab") await context.close();
  seen.saves += acknowledged.revision;
  await judge(client, booking, by, { acknowledged, possible }, seen);
  await seesIt(stage, client, path, acknowledged.words, seen);
}

type Known = { acknowledged: { words: Words; revision: number }; possible: Words[] };

/** What is kept is what a save said, whole: the last one that was acknowledged, or one that was on its way. */
async function judge(
  client: Client,
  booking: string,
  by: Disaster,
  { acknowledged, possible }: Known,
  seen: Seen,
) {
  const stored = await findAsked(client, beforeIt(booking), Date.now());
  const text = (words: object) =>
    JSON.stringify(
      Object.entries(words)
        .map(([key, value]) => [key, String(value).trim()])
        .sort(),
    );
  const is = text(stored.answers);
  if (stored.revision < acknowledged.revision)
    seen.lost.push(`${by}: revision ${stored.revision}, not ${acknowledged.revision}`);
  else if (stored.revision === acknowledged.revision && is !== text(acknowledged.words))
    seen.lost.push(`${by}: ${is.slice(0, 60)} at revision ${stored.revision}`);
  else if (!possible.some((words) => is === text(words))) seen.mixed.push(`${by}: ${is.slice(0, 80)}`);
}

/** Whoever comes back has it on the page. */
async function seesIt({ browser, server }: Stage, client: Client, path: string, words: Words, seen: Seen) {
  const context = await contextFor(browser, server.url, client);
  const page = await context.newPage();
  await page.goto(path);
  const shown = await page
    .locator("form.asked textarea")
    .evaluateAll((all) => all.map((one) => (one as unknown as { value: string }).value).join("\n"));
  const missing = Object.values(words).filter((one) => !shown.includes(one.trim()));
  if (missing.length > 0) seen.lost.push(`not on the page: ${missing.length}`);
  await context.close();
}

/** All that stands in the fields is kept by itself, now that it can be. */
async function catchesUp({ fields, acknowledged }: Typist): Promise<boolean> {
  for (let waited = 0; waited < 30_000; waited += 200) {
    const kept = Object.values(acknowledged().words).map((one) => one.trim());
    if (Object.values(await fields()).every((one) => one.trim() === "" || kept.includes(one.trim())))
      return true;
    await pause(200);
  }
  return false;
}

async function contextFor(browser: Browser, url: string, client: Client) {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1280, height: 900 } });
  await context.addCookies([{ name: "attune", value: await aSession(client), url }]);
  return context;
}

async function aBrowserToKill() {
  const server = await chromium.launchServer({ executablePath: await readyChromium() });
  return { browser: await chromium.connect(server.wsEndpoint()), kill: () => server.kill() };
}

/** The portal says that it is kept, and but for the first time it is not. */
async function loseSome({ look }: World): Promise<void> {
  await look.unsafe(`
    create function lose_some() returns trigger language plpgsql as $$ begin return old; end $$;
    create trigger lose_some before update on reflections for each row execute function lose_some()`);
}
