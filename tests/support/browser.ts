import { type BrowserContext, test as base, expect } from "@playwright/test";
import { type Portal, startPortal } from "#tests/support/portal.ts";
import { watchBrowser } from "#tests/support/watch-browser.ts";

type OfTest = {
  /** Another person, with a browser of their own, watched like the first. */
  anotherPerson: () => Promise<BrowserContext>;
  /** What should not have happened. A test that expects one takes it out. */
  problems: string[];
};

/** Each worker has a portal of its own: two processes, a database with the demo practice, a mailbox. */
export const test = base.extend<OfTest, { portal: Portal }>({
  portal: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const portal = await startPortal();
      await use(portal);
      await portal.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],

  baseURL: async ({ portal }, use) => use(portal.processes[0].url),

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
  problems: async ({}, use) => {
    const problems: string[] = [];
    await use(problems);
    expect(problems, "what the browser should not have seen").toEqual([]);
  },

  context: async ({ context, portal, problems }, use) => {
    watchBrowser(context, originsOf(portal), problems);
    await use(context);
  },

  anotherPerson: async ({ browser, contextOptions, baseURL, portal, problems }, use) => {
    const opened: BrowserContext[] = [];
    await use(async () => {
      const context = await browser.newContext({ ...contextOptions, ...(baseURL && { baseURL }) });
      watchBrowser(context, originsOf(portal), problems);
      opened.push(context);
      return context;
    });
    for (const context of opened) await context.close();
  },
});

function originsOf(portal: Portal): string[] {
  return [...portal.processes.map(({ url }) => url), portal.mailbox];
}

export { expect };
