import { test as base } from "#tests/support/browser.ts";
import { type Portal, startPortal } from "#tests/support/portal.ts";
import { demoCoach, signIn } from "#tests/support/signed-in.ts";

/** The coach of the demo practice is signed in. The portal is these tests' own, since they change who may book when. */
export const test = base.extend<object, { portal: Portal }>({
  portal: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const portal = await startPortal({ processes: 1 });
      await use(portal);
      await portal.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],

  context: async ({ context, portal }, use) => {
    await signIn(context, portal, demoCoach);
    await use(context);
  },
});
