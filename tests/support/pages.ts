import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { and, desc, eq } from "drizzle-orm";
import { asSystem } from "#db/client.ts";
import { demoPeople } from "#db/demo/people.ts";
import { bookingAttendees, lessons, sessionTypes } from "#db/schema/index.ts";
import { offToken } from "#lib/mail/off-token.ts";
import { checkout } from "#lib/running/install.mjs";
import { lastMinuteOfToday, zoneBeforeNoon } from "#tests/support/asked.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { aFlag, aJournalShare } from "#tests/support/flags.ts";
import { anEntry } from "#tests/support/journal.ts";
import { aSentSummary, aSessionHeld, aTemplate } from "#tests/support/notes.ts";
import { aClient, aCoach, aSession, aType, type Client, type Coach } from "#tests/support/people.ts";
import { aQuestionSet } from "#tests/support/questions.ts";
import { aSupportLine } from "#tests/support/support-lines.ts";
import { aWriting, findLessonToWriteIn } from "#tests/support/writing.ts";

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
  const mara = { id: demoPeople.mara.id, role: "client" } as Client;
  const asCoach = `attune=${await aSession(demoPeople.coach)}`;
  const session = { route: "/sessions/[id]", path: `/sessions/${await bookingOf(demoPeople.mara.id)}` };
  const lesson = `/coach/lessons/${await lessonOf()}`;
  const questions = await aQuestionSet("Ours");
  const asked = `/coach/sessions/${await requestOf()}`;
  const beside = await askedOfSomebody();
  const coach = { id: demoPeople.coach.id, role: "coach" } as Coach;
  // Before the portal was there, so that nothing else is in the book.
  const held = await aSessionHeld({ for: mara, with: coach, start: Date.now() - 40 * 86_400_000 });
  await aSentSummary(coach, held, mara);
  const pages = [
    ...forEverybody.map((route) => ({ route, path: route, cookie: "" })),
    { route: "/book/held/[id]", path: `/book/held/${await holdSomeTime(url)}`, cookie: "" },
    { route: "/lessons", path: "/lessons", cookie: asClient },
    { route: "/lessons/[slug]", path: "/lessons/when-one-reaches", cookie: asClient },
    { route: "/sessions", path: "/sessions", cookie: asClient },
    { route: "/sessions/calendar", path: "/sessions/calendar", cookie: asClient },
    { ...session, cookie: asClient },
    { route: `${session.route}/cancel`, path: `${session.path}/cancel`, cookie: asClient },
    { route: `${session.route}/move`, path: `${session.path}/move`, cookie: asClient },
    ...beside,
    { route: "/coach", path: "/coach", cookie: asCoach },
    { route: "/coach/calendar-address", path: "/coach/calendar-address", cookie: asCoach },
    { route: "/coach/calendar", path: "/coach/calendar", cookie: asCoach },
    { route: "/coach/availability", path: "/coach/availability", cookie: asCoach },
    { route: `/coach${session.route}`, path: `/coach${session.path}`, cookie: asCoach },
    { route: `/coach${session.route}/cancel`, path: `/coach${session.path}/cancel`, cookie: asCoach },
    { route: `/coach${session.route}/decline`, path: `${asked}/decline`, cookie: asCoach },
    { route: `/coach${session.route}/propose`, path: `${asked}/propose`, cookie: asCoach },
    ...["versions", "summary"].map((part) => ({
      route: `/coach/sessions/[id]/${part}`,
      path: `/coach/sessions/${held}/${part}`,
      cookie: asCoach,
    })),
    { route: "/coach/templates", path: "/coach/templates", cookie: asCoach },
    { route: "/coach/templates/[id]", path: `/coach/templates/${await aTemplate(coach)}`, cookie: asCoach },
    { route: "/coach/practice", path: "/coach/practice", cookie: asCoach },
    { route: "/coach/search", path: "/coach/search", cookie: asCoach },
    { route: "/coach/clients", path: "/coach/clients", cookie: asCoach },
    { route: "/coach/calendar/book", path: "/coach/calendar/book", cookie: asCoach },
    { route: "/questions", path: "/questions", cookie: asClient },
    {
      route: "/coach/clients/[id]/screening",
      path: `/coach/clients/${demoPeople.mara.id}/screening`,
      cookie: asCoach,
    },
    { route: "/account", path: "/account", cookie: asClient },
    { route: "/agreements", path: "/agreements", cookie: asClient },
    { route: "/agreements/[topic]", path: "/agreements/touch", cookie: asClient },
    { route: "/day-plan", path: "/day-plan", cookie: asClient },
    { route: "/coach/practice/agreements", path: "/coach/practice/agreements", cookie: asCoach },
    {
      route: "/coach/practice/agreements/[topic]",
      path: "/coach/practice/agreements/touch",
      cookie: asCoach,
    },
    {
      route: "/coach/clients/[id]/agreements",
      path: `/coach/clients/${demoPeople.mara.id}/agreements`,
      cookie: asCoach,
    },
    { route: "/journal", path: "/journal", cookie: asClient },
    { route: "/journal/new", path: `/journal/new?leaf=${randomUUID()}`, cookie: asClient },
    { route: "/journal/shown", path: "/journal/shown", cookie: asClient },
    { route: "/journal/[id]", path: `/journal/${await anEntry(mara, "A morning.")}`, cookie: asClient },
    { route: "/looking-back", path: "/looking-back", cookie: asClient },
    {
      route: "/looking-back/[id]",
      path: `/looking-back/${await aWriting(mara, await findLessonToWriteIn())}`,
      cookie: asClient,
    },
    { route: "/coach/account", path: "/coach/account", cookie: asCoach },
    { route: "/mail/off", path: `/mail/off?t=${offToken(demoPeople.mara.id, "lessons")}`, cookie: "" },
    { route: "/coach/clients/[id]", path: `/coach/clients/${demoPeople.mara.id}`, cookie: asCoach },
    {
      route: "/coach/clients/[id]/mail",
      path: `/coach/clients/${demoPeople.mara.id}/mail`,
      cookie: asCoach,
    },
    { route: "/coach/reflections/[id]", path: `/coach/reflections/${await sharedOf()}`, cookie: asCoach },
    { route: "/coach/practice/support", path: "/coach/practice/support", cookie: asCoach },
    { route: "/coach/practice/support/new", path: "/coach/practice/support/new", cookie: asCoach },
    {
      route: "/coach/practice/support/[id]",
      path: `/coach/practice/support/${await aSupportLine()}`,
      cookie: asCoach,
    },
    { route: "/coach/practice/mail", path: "/coach/practice/mail", cookie: asCoach },
    { route: "/coach/lessons", path: "/coach/lessons", cookie: asCoach },
    {
      route: "/coach/lessons/[id]/versions",
      path: `/coach/lessons/${await firstLesson()}/versions?in=en&read=1`,
      cookie: asCoach,
    },
    { route: "/coach/lessons/[id]", path: lesson, cookie: asCoach },
    { route: "/coach/lessons/[id]/preview", path: `${lesson}/preview`, cookie: asCoach },
    { route: "/coach/questions", path: "/coach/questions", cookie: asCoach },
    ...["", "/versions", "/preview"].map((part) => ({
      route: `/coach/questions/[id]${part}`,
      path: `/coach/questions/${questions}${part}`,
      cookie: asCoach,
    })),
    { route: "/coach/letters", path: "/coach/letters", cookie: asCoach },
    { route: "/coach/letters/[kind]", path: "/coach/letters/booking_confirmed", cookie: asCoach },
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

/** What is asked before a session, on a day of guidance and after one, of somebody who has all three. */
async function askedOfSomebody(): Promise<Page[]> {
  const [client, coach] = [await aClient({ zone: zoneBeforeNoon() }), await aCoach()];
  const cookie = `attune=${await aSession(client)}`;
  const tonight = lastMinuteOfToday(client.zone);
  const pair = { for: client, with: coach };
  const type = await aType(coach);
  const guidance = await aType(coach, { kind: "guidance", name: "Guidance" });
  const day = 86_400_000;
  const before = await aBooking({ ...pair, type, start: Math.floor(Date.now() / day) * day + 2 * day });
  const today = await aBooking({ ...pair, type: guidance, start: tonight, minutes: 1 });
  const held = {
    start: Math.floor(Date.now() / 3_600_000) * 3_600_000 - 2 * day,
    status: "completed",
  } as const;
  const after = await aBooking({ ...pair, type: guidance, ...held });
  return [
    { route: "/sessions/[id]/reflection", path: `/sessions/${before}/reflection`, cookie },
    { route: "/sessions/[id]/today", path: `/sessions/${today}/today`, cookie },
    { route: "/sessions/[id]/check-in/[day]", path: `/sessions/${after}/check-in/1`, cookie },
  ];
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

async function sharedOf(): Promise<string> {
  const [mara, coach] = [{ id: demoPeople.mara.id } as Client, { id: demoPeople.coach.id } as Coach];
  const share = await aJournalShare(mara, coach, { isOpened: true });
  await aFlag({ of: mara, for: coach, share });
  return share;
}

async function firstLesson(): Promise<string> {
  const [lesson] = await asSystem("a page to show", (tx) =>
    tx.select({ id: lessons.id }).from(lessons).orderBy(lessons.position).limit(1),
  );
  if (!lesson) throw new Error("The demo has no lesson");
  return lesson.id;
}

/** Something that is asked for, far enough ahead to be in nobody's way. */
async function requestOf(): Promise<string> {
  const { coachId, typeId } = await asSystem("a page to show", async (tx) => {
    const [type] = await tx
      .select({ coachId: sessionTypes.coachId, typeId: sessionTypes.id })
      .from(sessionTypes)
      .where(and(eq(sessionTypes.coachId, demoPeople.coach.id), eq(sessionTypes.kind, "preparation")));
    if (!type) throw new Error("The demo's coach offers no preparation");
    return type;
  });
  return aBooking({
    for: { id: demoPeople.jonas.id } as Client,
    with: { id: coachId } as Coach,
    type: typeId,
    start: (Math.floor(Date.now() / 86_400_000) + 50) * 86_400_000,
    status: "requested",
  });
}

async function lessonOf(): Promise<string> {
  const [lesson] = await asSystem("a page to show", (tx) =>
    tx.select({ id: lessons.id }).from(lessons).orderBy(lessons.position).limit(1),
  );
  return lesson?.id ?? "";
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
