import { beforeAll, describe, expect, test } from "vitest";
import { listClients } from "#lib/desk/clients.ts";
import { findClientHead } from "#lib/desk/find-client.ts";
import { readToday } from "#lib/desk/today.ts";
import { archiveJourney } from "#lib/journeys/archive.ts";
import { ensureQuestions } from "#lib/questions/shipped-sets.ts";
import { NotFound } from "#lib/refusal.ts";
import { aSessionToCome, aSharedReflection, beforeIt, calmAnswers } from "#tests/support/asked.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { aJournalShare } from "#tests/support/flags.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { wholePath } from "#tests/support/path.ts";
import { aClient, aCoach, aType, type Coach } from "#tests/support/people.ts";

const database = onFreshDatabase();
const now = Date.now();
const hour = 3_600_000;
const day = 24 * hour;

beforeAll(() => ensureQuestions(database.url, now - 500 * day));

async function everyClient(coach: Coach, isArchive = false) {
  const all = [];
  let after: Awaited<ReturnType<typeof listClients>>["rest"];
  do {
    const page = await listClients(coach, { isArchive, after }, now);
    all.push(...page.clients);
    after = page.rest;
  } while (after);
  return all;
}

describe("the list of clients", () => {
  test("has everybody once, whoever comes next first, page after page", async () => {
    const [sol, kim] = [await aCoach(), await aCoach()];
    const type = await aType(sol);
    const names: string[] = [];
    for (let nth = 0; nth < 32; nth += 1) {
      const client = await aClient({ name: `Client ${nth}` });
      names.push(client.name);
      const start = now + (nth % 2 === 0 ? 1 : -1) * (nth + 2) * 2 * hour;
      await aBooking({ for: client, with: sol, type, start });
    }
    const listed = await everyClient(sol);
    expect(listed.map(({ people }) => people[0]?.name).sort()).toEqual(names.sort());
    const nexts = listed.map(({ next }) => next?.start ?? Number.POSITIVE_INFINITY);
    expect(nexts).toEqual([...nexts].sort((a, b) => a - b));
    expect(await everyClient(kim)).toEqual([]);
  });

  test("leaves out whom the coach keeps in the archive, until they take them back", async () => {
    const [sol, kim, ada] = [await aCoach(), await aCoach(), await aClient()];
    await aSessionToCome({ for: ada, with: sol });
    const journey = (await findClientHead(sol, ada.id, now))?.journeyId ?? "";
    await expect(archiveJourney(kim, journey, true, now)).rejects.toThrow(NotFound);
    await archiveJourney(sol, journey, true, now);
    await archiveJourney(sol, journey, true, now + 1);
    expect([await everyClient(sol), (await everyClient(sol, true)).length]).toEqual([[], 1]);
    // The session stays in the book.
    expect((await readToday(sol, now)).entries).toHaveLength(1);
    await archiveJourney(sol, journey, false, now);
    expect((await everyClient(sol)).length).toBe(1);
  });
});

describe("Today", () => {
  test("says of each session who shared what they wrote before it, and nothing to another coach", async () => {
    const [sol, kim, jo, ute] = [await aCoach(), await aCoach(), await aClient(), await aClient()];
    const booking = await aSessionToCome({ for: [jo, ute], with: sol, kind: "couple" });
    await aSharedReflection(jo, beforeIt(booking), calmAnswers.couple);
    const [entry] = (await readToday(sol, now)).entries;
    expect(entry).toMatchObject({ id: booking, isAsked: true, note: "none", shared: [{ by: jo.id }] });
    expect(entry?.attendees.map(({ id }) => id).sort()).toEqual([jo.id, ute.id].sort());
    expect(await readToday(kim, now)).toMatchObject({ entries: [], clients: [] });
  });

  test("says how many things a day of guidance still waits for", async () => {
    const [sol, ada] = [await aCoach(), await aClient()];
    const booking = await aSessionToCome({ for: ada, with: sol, kind: "guidance", start: now + 30 * hour });
    const { gates } = await readToday(sol, now);
    expect(gates.get(booking)).toMatchObject({ who: "client" });
    expect(gates.get(booking)?.left).toBeGreaterThan(0);
  });
});

describe("a client's path", () => {
  test("is complete over its pages and shows nothing twice, and another coach finds none of it", async () => {
    const [sol, kim, ada] = [await aCoach(), await aCoach(), await aClient()];
    const type = await aType(sol, { kind: "first_conversation" });
    const made: string[] = [];
    for (let nth = 0; nth < 17; nth += 1) {
      made.push(await aBooking({ for: ada, with: sol, type, start: now - (nth + 1) * 5 * hour }));
      made.push(await aJournalShare(ada, sol));
    }
    const pages = await wholePath(sol, ada);
    const ids = pages.flatMap(({ items }) => items.map((one) => (one.kind === "silence" ? "" : one.id)));
    expect(ids.sort()).toEqual(made.sort());
    expect(pages.map(({ items }) => items.length)).toEqual([12, 12, 10]);
    expect((await wholePath(kim, ada))[0]?.items).toEqual([]);
    expect(await findClientHead(kim, ada.id, now)).toBeUndefined();
    const kinds = async (show: "sessions" | "written") =>
      new Set((await wholePath(sol, ada, show)).flatMap(({ items }) => items.map(({ kind }) => kind)));
    expect([...(await kinds("sessions")), ...(await kinds("written"))]).toEqual(["session", "written"]);
  });

  test("quotes nothing of what its coach has not opened", async () => {
    const [sol, ada] = [await aCoach(), await aClient()];
    await aSessionToCome({ for: ada, with: sol });
    const words = "A line nobody has opened.";
    const shut = await aJournalShare(ada, sol, { words });
    const open = await aJournalShare(ada, sol, { words: "Open.", isOpened: true });
    const [page] = await wholePath(sol, ada);
    expect(JSON.stringify([page?.items, [...(page?.quotes ?? [])]])).not.toContain(words);
    expect([page?.quotes.has(shut), page?.quotes.get(open)?.words]).toEqual([false, "Open."]);
  });

  test("begins with what is known of them", async () => {
    const [sol, ada] = [await aCoach(), await aClient({ name: "Ada" })];
    const next = await aSessionToCome({ for: ada, with: sol });
    expect(await findClientHead(sol, ada.id, now)).toMatchObject({
      ...{ name: "Ada", phase: { name: "preparing" }, held: 0, booked: 1, agreed: null, toTalkAbout: 0 },
      next: { id: next, isAskedFor: false },
    });
  });
});
