import { randomUUID } from "node:crypto";
import type { Browser } from "@playwright/test";
import { aLesson } from "#tests/support/lessons.ts";
import type { BoardTest } from "./board.ts";
import { openBrowser } from "./browser.ts";
import { aCast, type Cast } from "./cast.ts";
import type { World } from "./world.ts";
import { alarm, xssPayloads } from "./xss-payloads.ts";

type Counts = { taken: number; refused: number; executed: number; reports: number; notShown: number };
type Text = { type: "text"; text: string; format: number };

const atOnce = 24;
const motif = "lines:\n  near: [20, 20, 20, 20, 20, 20, 20]\n  far: [80, 80, 80, 80, 80, 80, 80]";

/** Words that are programs elsewhere, through the editor, an import and a client's own writing, seen by all who may. */
export const s14: BoardTest = {
  id: "S14",
  title: "XSS in lessons",
  isQuick: false,
  async run(world, { guard, quick }) {
    const cast = await aCast();
    const browser = await openBrowser();
    const all = xssPayloads();
    const payloads = quick || !guard ? all.filter((_, index) => index % 8 === 0) : all;
    const counts: Counts = { taken: 0, refused: 0, executed: 0, reports: 0, notShown: 0 };
    try {
      for (let from = 0; from < payloads.length; from += atOnce) {
        const some = payloads.slice(from, from + atOnce);
        for (const slug of [
          ...(await writtenInEditor(world, cast, some, counts)),
          ...(await imported(world, cast, some, counts)),
        ])
          await everybodyLooks(world, cast, browser, { slug, some, guard, counts });
      }
    } finally {
      await browser.close();
    }
    return {
      tried: `${payloads.length} payloads through editor, import and clients' words, read by visitor, client and coach`,
      counts,
      pass: guard
        ? counts.executed + counts.reports + counts.notShown === 0 && counts.taken > payloads.length
        : counts.executed + counts.reports === 0,
    };
  },
};

const paragraph = (...children: Text[]) => ({ type: "paragraph", children });
const text = (words: string): Text => ({ type: "text", text: words, format: 0 });
const stateOf = (payloads: string[]) => ({
  root: { type: "root", children: payloads.map((payload) => paragraph(text(payload))) },
});

/** As the editor sends it: in running text, in titles, labels and hints. Gives the lesson's slug. */
async function writtenInEditor(world: World, cast: Cast, some: string[], counts: Counts) {
  const { id, slug } = await aLesson({ audience: "everyone" });
  const short = some.map((payload) => payload.replace(/\p{Cc}/gu, " ").slice(0, 110));
  const blocks = [
    { type: "idea", title: short[0], state: stateOf(some.map((one) => one.replace(/\0/g, ""))) },
    {
      type: "exercise",
      id: "try",
      title: short[1] ?? "Try",
      fields: short.slice(0, 12).map((label, index) => ({ id: `f-${index}`, label, hint: label })),
      state: stateOf([]),
    },
    { type: "panels", panels: [{ who: "other", title: short[2] ?? "x", state: stateOf(some.slice(0, 5)) }] },
    { type: "journal_prompt", id: "journal", state: stateOf(some.slice(5, 9)) },
  ];
  const words = { title: short[3] ?? "x", summary: short[4] ?? "x", goal: short[5] ?? "x" };
  const at = `/api/coach/lessons/${id}`;
  const saved = await send(world, cast.sessions.sol, `${at}/draft`, {
    language: "en",
    revision: 0,
    version: 1,
    words,
    blocks,
  });
  tally(counts, saved.status);
  const { revision } = saved.body as { revision?: number };
  const published = await send(world, cast.sessions.sol, `${at}/publish`, { language: "en", revision });
  tally(counts, published.status);
  return published.status === 200 ? [slug] : [];
}

/** As a file of Markdown brings them, each payload in a part of its own. What is refused in words is left out of it. */
async function imported(world: World, cast: Cast, some: string[], counts: Counts) {
  const slug = `x-${randomUUID()}`;
  const { course: courseId } = cast.ours.ids;
  const look = (payloads: string[]) =>
    upload(world, cast, "/api/coach/lessons/import/look", { courseId }, fileOf(slug, payloads));
  const fit: string[] = [];
  for (const payload of some) {
    if (planIn(await look([payload]))) fit.push(payload);
    else counts.refused += 1;
  }
  const plan = planIn(await look(fit));
  if (!plan) return [];
  const wish = { courseId, mark: plan.mark, replace: [] };
  const { status } = await upload(world, cast, "/api/coach/lessons/import", wish, fileOf(slug, fit));
  if (status === 200) counts.taken += fit.length;
  return (await publishDraftOf(world, cast, slug)) ? [slug] : [];
}

function fileOf(slug: string, payloads: string[]): string {
  const title = JSON.stringify((payloads[0] ?? "x").replace(/\p{Cc}/gu, " ").slice(0, 110));
  const head = `title: ${title}\nslug: ${slug}\nsummary: x\ngoal: x\naudience: everyone\nlanguage: en\n${motif}`;
  return `---\n${head}\n---\n\n${payloads.map((payload) => `:::idea\n${payload}\n:::\n`).join("\n")}`;
}

const planIn = ({ body }: { body: unknown }) => (body as { plan?: { mark: string } | null }).plan;

async function publishDraftOf(world: World, cast: Cast, slug: string): Promise<boolean> {
  const [draft] = await world.look<{ id: string; revision: number }[]>`
    select l.id, d.revision from lessons l join lesson_drafts d on d.lesson_id = l.id where l.slug = ${slug}`;
  if (!draft) return false;
  const { status } = await send(world, cast.sessions.sol, `/api/coach/lessons/${draft.id}/publish`, {
    language: "en",
    revision: draft.revision,
  });
  return status === 200;
}

type Look = { slug: string; some: string[]; guard: boolean; counts: Counts };

async function everybodyLooks(world: World, cast: Cast, browser: Browser, look: Look) {
  const [lesson] = await world.look<{ id: string; version: string }[]>`
    select l.id, v.id as version from lessons l join lesson_versions v on v.lesson_id = l.id
    where l.slug = ${look.slug} order by v.number desc limit 1`;
  if (!lesson) return;
  await clientWrites(world, cast, lesson, look);
  const pages = [
    { who: undefined, path: `/lessons/${look.slug}` },
    { who: cast.sessions.ada, path: `/lessons/${look.slug}` },
    { who: cast.sessions.sol, path: `/coach/lessons/${lesson.id}?in=en` },
    { who: cast.sessions.sol, path: `/coach/lessons/${lesson.id}/preview?in=en` },
    { who: cast.sessions.sol, path: `/coach/lessons/${lesson.id}/versions?in=en` },
    { who: cast.sessions.sol, path: `/coach/clients/${cast.ours.client.id}` },
    { who: cast.sessions.ada, path: "/lessons" },
  ];
  for (const { who, path } of pages) await visit(world, browser, who, path, look);
}

/** A client's own words under the journal's question, shown to the coach. */
async function clientWrites(
  world: World,
  cast: Cast,
  { id, version }: { id: string; version: string },
  { some, counts }: Look,
) {
  const written = {
    author: cast.ours.client.id,
    lessonId: id,
    versionId: version,
    block: "journal",
    answers: { words: some.join("\n").replace(/\0/g, "") },
    revision: 0,
    reader: cast.ours.coach.id,
  };
  const { status } = await send(world, cast.sessions.ada, "/api/reflections/share", written);
  // A lesson that was brought in as a file has no journal.
  if (status !== 409) tally(counts, status);
}

async function visit(
  { processes }: World,
  browser: Browser,
  session: string | undefined,
  path: string,
  { some, guard, counts }: Look,
) {
  const [{ url }] = processes;
  const context = await browser.newContext({ baseURL: url });
  if (session) await context.addCookies([{ name: "attune", value: session, url }]);
  await context.addInitScript((name) => {
    const seen = { executed: 0, reports: 0 };
    const ring = () => {
      seen.executed += 1;
    };
    Object.assign(globalThis, { [name]: ring, alert: ring, attuneSeen: seen });
    addEventListener("securitypolicyviolation", () => {
      seen.reports += 1;
    });
  }, alarm);
  const page = await context.newPage();
  page.on("dialog", (dialog) => {
    counts.executed += 1;
    void dialog.dismiss();
  });
  if (!guard)
    await page.route("**/*", async (route) => {
      if (route.request().resourceType() !== "document") return route.continue();
      const response = await route.fetch();
      const body = (await response.text()).replace("</main>", `${some.join("\n")}</main>`);
      await route.fulfill({ response, body });
    });
  const response = await page.goto(path, { waitUntil: "load" });
  if (response?.status() !== 200) counts.notShown += 1;
  // What is set off by a picture or a frame that cannot be loaded comes after the page.
  await page.waitForTimeout(guard ? 150 : 400);
  for (const frame of page.frames()) {
    const seen = await frame.evaluate(
      () =>
        (globalThis as unknown as { attuneSeen?: { executed: number; reports: number } }).attuneSeen ?? {
          executed: 0,
          reports: 0,
        },
    );
    counts.executed += seen.executed;
    counts.reports += seen.reports;
  }
  await context.close();
}

async function send({ processes }: World, session: string | undefined, path: string, body: unknown) {
  const [{ url }] = processes;
  const headers = { origin: url, cookie: `attune=${session}`, "content-type": "application/json" };
  const response = await fetch(`${url}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as unknown };
}

async function upload({ processes }: World, cast: Cast, path: string, wish: unknown, file: string) {
  const [{ url }] = processes;
  const form = new FormData();
  form.set("wish", JSON.stringify(wish));
  form.set("files", new File([file], "01-x.md", { type: "text/markdown" }));
  const headers = { origin: url, cookie: `attune=${cast.sessions.sol}` };
  const response = await fetch(`${url}${path}`, { method: "POST", headers, body: form });
  return { status: response.status, body: (await response.json()) as unknown };
}

function tally(counts: Counts, status: number): void {
  if (status === 200) counts.taken += 1;
  else counts.refused += 1;
}
