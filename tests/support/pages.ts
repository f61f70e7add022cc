import { readFileSync } from "node:fs";
import { join } from "node:path";
import { desc, eq } from "drizzle-orm";
import { asSystem } from "#db/client.ts";
import { demoPeople } from "#db/demo/people.ts";
import { bookingAttendees } from "#db/schema/index.ts";
import { checkout } from "#lib/running/install.mjs";
import { aSession } from "#tests/support/people.ts";

/** A page of the build, with a path that shows it and the cookie of somebody who may see it. */
export type Page = { route: string; path: string; cookie: string };

const forEverybody = [
  "/",
  "/book",
  "/sign-in",
  "/sign-in/confirm",
  "/support",
  "/privacy",
  "/confidentiality",
];

/**
 * Every page of the build, on the demo practice that the portal at `url` and DATABASE_URL share. Throws when the build
 * has a page that is not listed here.
 */
export async function listPages(url: string): Promise<Page[]> {
  const asClient = `attune=${await aSession(demoPeople.mara)}`;
  const asCoach = `attune=${await aSession(demoPeople.coach)}`;
  const session = { route: "/sessions/[id]", path: `/sessions/${await bookingOf(demoPeople.mara.id)}` };
  const pages = [
    ...forEverybody.map((route) => ({ route, path: route, cookie: "" })),
    { route: "/book/held/[id]", path: `/book/held/${await holdSomeTime(url)}`, cookie: "" },
    { route: "/sessions", path: "/sessions", cookie: asClient },
    { route: "/sessions/calendar", path: "/sessions/calendar", cookie: asClient },
    { ...session, cookie: asClient },
    { route: `${session.route}/cancel`, path: `${session.path}/cancel`, cookie: asClient },
    { route: "/coach", path: "/coach", cookie: asCoach },
    { route: "/coach/calendar-address", path: "/coach/calendar-address", cookie: asCoach },
    { route: "/coach/availability", path: "/coach/availability", cookie: asCoach },
    { route: `/coach${session.route}`, path: `/coach${session.path}`, cookie: asCoach },
    { route: `/coach${session.route}/cancel`, path: `/coach${session.path}/cancel`, cookie: asCoach },
  ];
  const listed = new Set(pages.map(({ route }) => route));
  const missing = pagesOfBuild().filter((route) => !listed.has(route));
  if (missing.length > 0) throw new Error(`Pages that nobody lists: ${missing.join(", ")}`);
  return pages;
}

function pagesOfBuild(): string[] {
  const manifest = readFileSync(join(checkout, ".next", "app-path-routes-manifest.json"), "utf8");
  return Object.entries(JSON.parse(manifest) as Record<string, string>)
    .filter(([file, route]) => file.endsWith("/page") && !route.startsWith("/_"))
    .map(([, route]) => route);
}

/** The last booking of a person: one that lies ahead. */
async function bookingOf(clientId: string): Promise<string> {
  const [booking] = await asSystem("a page to show", (tx) =>
    tx
      .select({ id: bookingAttendees.bookingId })
      .from(bookingAttendees)
      .where(eq(bookingAttendees.clientId, clientId))
      .orderBy(desc(bookingAttendees.during))
      .limit(1),
  );
  if (!booking) throw new Error("The demo has no booking of this person");
  return booking.id;
}

async function holdSomeTime(url: string): Promise<string> {
  const html = await (await fetch(`${url}/book`)).text();
  const typeId = /name="type"[^>]*value="([0-9a-f-]{36})"/.exec(html)?.[1];
  const start = /dateTime="([^"]+)"/.exec(html)?.[1];
  const response = await fetch(`${url}/api/holds`, {
    method: "POST",
    headers: { origin: url, "content-type": "application/json" },
    body: JSON.stringify({
      typeId,
      start,
      zone: "UTC",
      name: "Alex",
      email: "alex@example.org",
      adult: true,
    }),
  });
  const held = (await response.json()) as { holdId?: string };
  if (!held.holdId) throw new Error(`A time to show could not be held (${response.status})`);
  return held.holdId;
}
