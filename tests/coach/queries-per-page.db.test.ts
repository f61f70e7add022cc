import { beforeAll, expect, test } from "vitest";
import { ensureConsentTexts } from "#lib/consent/ensure-texts.ts";
import { readClientPage } from "#lib/desk/client-page.ts";
import { listClients } from "#lib/desk/clients.ts";
import { search } from "#lib/desk/search/queries.ts";
import { readToday } from "#lib/desk/today.ts";
import { listFlags } from "#lib/flags/queries.ts";
import { ensureQuestions } from "#lib/questions/shipped-sets.ts";
import { listScreeningsToLookAt } from "#lib/screening/to-look-at.ts";
import { aDayPlan, agreeToAll, aPlan } from "#tests/support/agreements.ts";
import { aSessionToCome, aSharedReflection, beforeIt, calmAnswers } from "#tests/support/asked.ts";
import { aJournalShare } from "#tests/support/flags.ts";
import { aboutSession, aNote, aSessionHeld } from "#tests/support/notes.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach } from "#tests/support/people.ts";

const database = onFreshDatabase();
const now = Date.now();
// With who it is that looks, which every page asks once.
const most = 8;

beforeAll(async () => {
  await ensureQuestions(database.url, now - 86_400_000);
  await ensureConsentTexts(database.url, now - 86_400_000);
});

type Kept = { attuneDatabase?: { connection: { options: { debug: unknown } } } };

/** The questions about tables that `work` sends. Who looks, and the limits of a transaction, are none. */
async function countQueries(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = [];
  const options = (globalThis as Kept).attuneDatabase?.connection.options;
  if (!options) throw new Error("Nothing was asked of the database yet");
  options.debug = (_: number, words: string) => {
    if (!/^\s*(begin|commit|rollback|select set_config)/i.test(words)) sent.push(words.trim().slice(0, 80));
  };
  try {
    await work();
  } finally {
    options.debug = false;
  }
  return sent;
}

async function aBusyDesk() {
  const [sol, ada, ben] = [await aCoach(), await aClient(), await aClient()];
  for (const client of [ada, ben]) {
    const booking = await aSessionToCome({ for: client, with: sol });
    await aSharedReflection(client, beforeIt(booking), { ...calmAnswers.preparation, changes: ["medicine"] });
    await aJournalShare(client, sol, { isOpened: true });
  }
  const held = await aSessionHeld({ for: ada, with: sol, start: now - 3 * 86_400_000 });
  await aNote(sol, aboutSession(held, ada), "Begun");
  await aNote(sol, { purpose: "standing", booking: null, about: ada.id }, "A minute of quiet first.");
  await agreeToAll(ada, sol, now);
  await aDayPlan(ada, sol);
  return { sol, ada };
}

test("each page of the desk asks little, however much there is to show", async () => {
  const { sol, ada } = await aBusyDesk();
  const pages = {
    today: () => Promise.all([readToday(sol, now), listFlags(sol), listScreeningsToLookAt(sol)]),
    clients: () => listClients(sol, { isArchive: false, after: undefined }, now),
    path: () => readClientPage(sol, ada.id, { show: "everything", before: undefined }, now),
    search: () => search(sol, "tomorrow", now),
  };
  for (const [page, ask] of Object.entries(pages)) {
    const sent = await countQueries(ask);
    expect(sent.length, `${page}: ${sent.join(" | ")}`).toBeLessThan(most);
    expect(sent.length).toBeGreaterThan(0);
  }
});

test("the count would see one question too many", async () => {
  const { sol } = await aBusyDesk();
  const sent = await countQueries(async () => {
    for (let nth = 0; nth < 9; nth += 1) await listFlags(sol);
  });
  expect(sent.length).toBeGreaterThanOrEqual(most);
});

test("a client's page has beside their path what they agreed to, their plan, and what their coach keeps in mind", async () => {
  const { sol, ada } = await aBusyDesk();
  const asked = { show: "everything", before: undefined } as const;
  const page = await readClientPage(sol, ada.id, asked, now);
  expect(page?.agreements.every(({ state }) => state === "signed")).toBe(true);
  expect(page?.call).toEqual({ person: aPlan.person, hasNumber: true });
  expect(page?.note.answers).toEqual({ about: "A minute of quiet first." });
  expect((await readToday(sol, now)).unfinished).toMatchObject([
    { note: "begun", attendees: [{ id: ada.id }] },
  ]);
  expect(await readClientPage(await aCoach(), ada.id, asked, now)).toBeUndefined();
});
