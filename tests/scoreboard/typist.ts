import { setTimeout as pause } from "node:timers/promises";
import type { BrowserContext, Page, Request } from "@playwright/test";
import type { Chance } from "./chance.ts";

export type Words = Record<string, string>;

const saves = "/api/reflections/asked";
const someWords = "river slow morning hand garden quiet letter window bread lake stone warm again".split(" ");

/** Somebody who answers on a page, and what their browser knows to be kept. */
export type Typist = {
  page: Page;
  /** What stood in the fields when the last save came back. */
  acknowledged: () => { words: Words; revision: number };
  /** What stood in them at each save that went out and never came back. */
  unanswered: () => Words[];
  type: (ms: number) => Promise<void>;
  fields: () => Promise<Words>;
  /** Whether the browser asks before the page is left. Does not leave it. */
  isWarned: () => Promise<boolean>;
};

export async function openTypist(context: BrowserContext, path: string, draw: Chance): Promise<Typist> {
  const page = await context.newPage();
  let known = { words: {} as Words, revision: 0 };
  const out = new Map<Request, Words>();
  page.on("request", (request) => {
    if (!request.url().endsWith(saves)) return;
    const { answers } = request.postDataJSON() as { answers: Record<string, string | null> };
    const words = Object.entries({ ...known.words, ...answers }).filter((one) => one[1] !== null);
    out.set(request, Object.fromEntries(words) as Words);
  });
  page.on("response", async (response) => {
    const words = out.get(response.request());
    if (!words || response.status() !== 200) return;
    const body = (await response.json().catch(() => undefined)) as { revision: number } | undefined;
    if (!body || body.revision <= known.revision) return;
    known = { words, revision: body.revision };
    out.delete(response.request());
  });
  let dialogs = 0;
  page.on("dialog", (dialog) => {
    dialogs += 1;
    void dialog.dismiss();
  });
  await page.goto(path, { waitUntil: "networkidle" });
  const fieldOf = (nth: number) => page.locator("form.asked textarea").nth(nth);
  return {
    page,
    acknowledged: () => known,
    unanswered: () => [...out.values()],
    async type(ms) {
      const until = Date.now() + ms;
      while (Date.now() < until) {
        await fieldOf(draw.below(2)).pressSequentially(`${draw.oneOf(someWords)} `, {
          delay: 15,
          timeout: 5_000,
        });
        await pause(draw.below(120));
      }
    },
    async fields() {
      return { one: await fieldOf(0).inputValue(), other: await fieldOf(1).inputValue() };
    },
    async isWarned() {
      const before = dialogs;
      void page.close({ runBeforeUnload: true }).catch(() => {});
      for (let waited = 0; waited < 3_000 && dialogs === before && !page.isClosed(); waited += 50)
        await pause(50);
      return dialogs > before;
    },
  };
}
