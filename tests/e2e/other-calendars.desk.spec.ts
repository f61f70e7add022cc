import { expectAccessible, expectFitsPhone, expectNoSidewaysScroll } from "#tests/support/accessible.ts";
import { test as base, expect } from "#tests/support/browser.ts";
import type { CalendarHost } from "#tests/support/calendar-host.ts";
import type { Portal } from "#tests/support/portal.ts";
import { calendarHome, startPortalWithCalendars } from "#tests/support/portal-with-calendars.ts";
import { demoCoach, demoType, freeStarts, signIn } from "#tests/support/signed-in.ts";

// The page is long, and axe reads it twice.
base.slow();

const test = base.extend<object, { practice: { portal: Portal; host: CalendarHost } }>({
  practice: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const { stop, ...practice } = await startPortalWithCalendars("demo");
      await use(practice);
      await stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  portal: [async ({ practice }, use) => use(practice.portal), { scope: "worker" }],
  context: async ({ context, portal }, use) => {
    await signIn(context, portal, demoCoach);
    await use(context);
  },
});

const stamp = (ms: number) => new Date(ms).toISOString().replace(/[-:]|\.\d+/g, "");

test("a coach adds a calendar, and what is busy there can no longer be booked", async ({
  page,
  practice,
}) => {
  const { host, portal } = practice;
  const integration = await demoType(portal, "integration");
  const starts = () => freeStarts(portal, integration, { after: 3, days: 14 });
  const [taken = 0] = await starts();
  host.serve(
    "/busy.ics",
    `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:${stamp(taken)}\r\nDTEND:${stamp(taken + 600_000)}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
  );
  await page.goto("/coach/availability");
  await page.getByRole("link", { name: "Your other calendars" }).click();
  const section = page.getByRole("region", { name: "Your other calendars" });
  await section.getByRole("button", { name: "Add a calendar" }).click();
  await section.getByLabel("What you call it").fill("Private");
  await section.getByLabel("Address").fill(`http://${calendarHome}/busy.ics`);
  await section.getByRole("button", { name: "Save this calendar" }).click();
  await expect(section.getByLabel("Address")).toBeFocused();
  await expect(section.getByLabel("Address")).toHaveAccessibleDescription(/This address is not secure/);
  await expect(section.getByLabel("What you call it")).toHaveValue("Private");
  await expectAccessible(page);

  await section.getByLabel("Address").fill(`webcal://${calendarHome}/busy.ics`);
  await section.getByRole("button", { name: "Save this calendar" }).click();
  await expect(section.getByRole("listitem").getByText(/^Read at \d\d:\d\d$/)).toBeVisible();
  await expect(section.getByText("Saved Private.")).toBeVisible();
  expect(await starts()).not.toContain(taken);

  host.serve("/busy.ics", (_, response) => response.writeHead(401).end());
  await section.getByRole("button", { name: "Read again Private" }).click();
  await expect(section.getByText(/^Not read since \d\d:\d\d$/)).toBeVisible();
  await expect(section.getByText(/asks for a sign-in.* The busy times from then are kept\./)).toBeVisible();
  expect(await starts()).not.toContain(taken);
  await expectAccessible(page);
  await page.setViewportSize({ width: 360, height: 780 });
  await expectNoSidewaysScroll(page);
  await expectFitsPhone(page);

  await section.getByRole("button", { name: "Remove Private" }).click();
  await expect(section.getByRole("button", { name: "Undo" })).toBeFocused();
  await expect(section.getByRole("listitem")).toHaveCount(0);
  expect(await starts()).toContain(taken);
  await section.getByRole("button", { name: "Undo" }).press("Enter");
  await expect(section.getByText("Private is here again.")).toBeVisible();
  await expect(section.getByText("Not read yet")).toBeVisible();
});
