import { randomUUID } from "node:crypto";
import { unzipSync } from "fflate";
import { shows } from "#lib/desk/timeline/place.ts";
import { type Process, startProcess } from "#tests/support/portal.ts";
import { testSettings } from "#tests/support/settings.ts";
import { type Answer, ask, bodyOf } from "./ask.ts";
import type { BoardTest } from "./board.ts";
import { goodRequest } from "./requests.ts";
import { builtRoutes } from "./routes.ts";
import { untilMailIsOut } from "./state.ts";
import { subjectTimes } from "./subjects.ts";
import { dumpOf, findInDump } from "./whole-database.ts";
import type { World } from "./world.ts";
import { type Canary, everyWriting, type Reader, readers, type Writings } from "./writings.ts";

const atOnce = 8;

type Seen = { answers: number; leaks: Set<string>; read: Set<string> };

/** Words in every kind of writing, looked for wherever anybody gets to see anything. */
export const s2: BoardTest = {
  id: "S2",
  title: "Field leaks",
  isQuick: false,
  async run(world, { guard }) {
    // One that says all that it ever says.
    const process = await startProcess({
      ...testSettings,
      DATABASE_URL: world.database.url,
      RESEND_BASE_URL: world.mailbox,
      LOG_LEVEL: "trace",
    });
    try {
      const writings = await everyWriting(world, process);
      if (!guard) await spill(world, process, writings);
      const seen: Seen = { answers: 0, leaks: new Set(), read: new Set() };
      await crawl(world, process, writings, seen);
      await askForAll(process, writings, seen);
      await untilMailIsOut(world);
      const words = writings.canaries.map((one) => one.words);
      const mails = await (await fetch(`${world.mailbox}/messages`)).text();
      const inMails = bodiesOf(mails).filter((text) => words.some((word) => text.includes(word))).length;
      const inDump = findInDump(await dumpOf(world), words);
      const log = process.said();
      const inLog = words.filter((word) => log.includes(word)).length;
      const unread = writings.canaries.flatMap((one) =>
        one.for.map((who) => readBy(one, who)).filter((reading) => !seen.read.has(reading)),
      );
      const counts = {
        canaries: words.length,
        "log lines": log.split("\n").length,
        leaks: seen.leaks.size,
        "in mails": inMails,
        "in the log": inLog,
        "in the dump": inDump.length,
        "not read by who may": unread.length,
        ...(seen.leaks.size + inDump.length + unread.length > 0 && {
          first: [...seen.leaks, ...inDump, ...unread.map((reading) => `not read: ${reading}`)]
            .slice(0, 10)
            .join(" · "),
        }),
      };
      const found = [seen.leaks.size, inMails, inDump.length];
      return {
        tried: `${words.length} canaries in every kind of writing; ${seen.answers} pages, payloads, files and answers as ${readers.length} people; mails, log and dump`,
        counts,
        pass: guard
          ? [...found, inLog, unread.length].every((count) => count === 0) && seen.read.size > 0
          : found.some((count) => count === 0),
      };
    } finally {
      await process.kill("SIGTERM");
    }
  },
};

const readBy = ({ what }: Canary, who: Reader) => `${what}, by ${who}`;

/** Every page and file, by everybody, with every id that something was written beside. */
async function crawl({ look }: World, process: Process, writings: Writings, seen: Seen): Promise<void> {
  const waiting: [Reader, string][] = [];
  const rows = await look<
    { id: string }[]
  >`select id from reflections where author_id = ${writings.people.ada.id}`;
  const written = rows.map(({ id }) => id);
  for (const who of readers)
    for (const path of await pathsOf(process, writings, who, written)) waiting.push([who, path]);
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [who, path] = next;
      const session = writings.sessions[who];
      const page = await ask(process, path, session ? { session } : {});
      judge(page, who, path, writings, seen);
      if (!page.headers.get("content-type")?.startsWith("text/html")) continue;
      judge(await payload(process, path, session), who, `${path} (payload)`, writings, seen);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

/** What is not looked at but asked for: everything in one file, and a search in one's own words. */
async function askForAll(process: Process, writings: Writings, seen: Seen): Promise<void> {
  for (const who of readers) {
    const session = writings.sessions[who] ?? "";
    const found = await ask(process, "/api/journal/search", { session, body: { words: "canary" } });
    judge(found, who, "/api/journal/search", writings, seen);
    const headers = { origin: process.url, cookie: `attune=${session}`, "content-type": "application/json" };
    const export_ = await fetch(`${process.url}/api/looking-back/export`, {
      method: "POST",
      headers,
      body: "{}",
    });
    if (export_.status !== 200) continue;
    const files = Object.values(unzipSync(new Uint8Array(await export_.arrayBuffer())));
    const text = files.map((file) => Buffer.from(file).toString("utf8")).join("\n");
    judge({ text }, who, "/api/looking-back/export", writings, seen);
  }
}

/** What the browser asks for when one follows a link within the portal. */
async function payload(process: Process, path: string, session: string | undefined): Promise<Answer> {
  const asked = { headers: { rsc: "1" }, ...(session && { session }) };
  const answer = await ask(process, path, asked);
  const to = answer.headers.get("location");
  if (!to?.includes("_rsc")) return answer;
  return ask(process, to.replace(process.url, ""), asked);
}

function judge(
  { text }: Pick<Answer, "text">,
  who: Reader,
  path: string,
  { canaries }: Writings,
  seen: Seen,
): void {
  seen.answers += 1;
  if (!text.includes("canary-")) return;
  for (const canary of canaries) {
    if (!text.includes(canary.words)) continue;
    if (canary.for.includes(who)) seen.read.add(readBy(canary, who));
    else seen.leaks.add(`${canary.what}, by ${who} on ${path.replace(/[0-9a-f-]{36}/g, "…")}`);
  }
}

async function pathsOf(
  process: Process,
  writings: Writings,
  who: Reader,
  written: string[],
): Promise<string[]> {
  const { cast, bookings, people, lessonSlug } = writings;
  const side = cast.ours;
  const session = writings.sessions[who];
  const file = session ? await ownCalendar(process, session) : side.ids.calendar;
  const some: Record<string, string[]> = {
    booking: [...bookings, side.ids.booking, side.ids.request],
    client: Object.values(people).map(({ id }) => id),
    lessonSlug: [lessonSlug],
    lesson: [side.writing.id],
    calendar: [file],
    reflection: writings.shares,
    template: writings.templates,
    topic: ["touch"],
    entry: written,
    written,
  };
  // Also where nothing answers to this: what it says then is an answer too.
  return (await builtRoutes()).flatMap((path) => {
    const { subject, query } = goodRequest("GET", path, side, "");
    const ofBookings = path.includes("/sessions/[id]") || path.includes("/bookings/[id]");
    const ids = (ofBookings ? some.booking : some[subject ?? ""]) ?? [subject ? side.ids[subject] : ""];
    const days = path.includes("[day]") ? ["1", "3"] : [""];
    // A page of everything that happened is long; each part of it is shorter.
    const parts = path === "/coach/clients/[id]" ? shows.map((show) => `?show=${show}`) : [];
    // Ada goes to another coach as well.
    const withSol = /^\/(agreements|day-plan)/.test(path) ? [`?with=${people.sol.id}`] : [];
    const queries = [query ? `?${query}` : "", ...parts, ...withSol];
    return ids.flatMap((id) =>
      days.flatMap((day) =>
        queries.map((asked) => path.replace("[day]", day).replace(/\[\w+\]/, id) + asked),
      ),
    );
  });
}

async function ownCalendar(process: Process, session: string): Promise<string> {
  const made = await ask(process, "/api/calendar-feed", { session, body: { renew: true } });
  return bodyOf<{ address?: string }>(made).address?.split("/").at(-1) ?? "";
}

/** All that is in a mail, its enclosures read. */
function bodiesOf(mails: string): string[] {
  const all = JSON.parse(mails) as { attachments?: { content?: string }[] }[];
  return all.map((mail) => {
    const files = (mail.attachments ?? []).map(({ content }) =>
      Buffer.from(content ?? "", "base64").toString("utf8"),
    );
    return JSON.stringify(mail) + files.join("\n");
  });
}

/** As if words had been kept where others see them: as names, on pages, in mails and in the database. */
async function spill({ look }: World, process: Process, { canaries, cast, people, sessions }: Writings) {
  const [own] = canaries.filter((one) => one.for.length === 1);
  await look`update users set display_name = ${own?.words ?? ""} where id in ${look([people.ada.id, people.sol.id])}`;
  const start = new Date(subjectTimes.later()).toISOString();
  const body = { mail: true, despite: [], journeyId: cast.ours.journey, typeId: cast.ours.type, start };
  await ask(process, "/api/coach/bookings", { session: sessions.sol ?? "", key: randomUUID(), body });
}
