import { rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkout } from "#lib/running/install.mjs";
import { type CalendarHost, startCalendarHost } from "#tests/support/calendar-host.ts";
import { type Portal, startPortal } from "#tests/support/portal.ts";

/** Where the portal's calendars are: for the portal, a machine of the open Internet. */
export const calendarHome = "calendar.example.org";

/** A portal from the production build that takes the test's own host for one of the open Internet. */
export async function startPortalWithCalendars(
  database: "empty" | "demo",
): Promise<{ portal: Portal; host: CalendarHost; stop: () => Promise<void> }> {
  const host = await startCalendarHost([calendarHome]);
  const certificate = join(tmpdir(), `attune-calendars-${process.pid}.pem`);
  await writeFile(certificate, host.cert);
  const portal = await startPortal({
    database,
    processes: 1,
    settings: {
      NODE_OPTIONS: `--import=${join(checkout, "tests/support/elsewhere.mjs")}`,
      NODE_EXTRA_CA_CERTS: certificate,
      CALENDAR_HOST: calendarHome,
      CALENDAR_PORT: String(host.port),
    },
  });
  return {
    portal,
    host,
    async stop() {
      await portal.stop();
      await host.stop();
      await rm(certificate, { force: true });
    },
  };
}
