import { expect, test } from "vitest";
import { asSystem, asViewer } from "#db/client.ts";
import { finishNote, keepNote } from "#lib/notes/keep-note.ts";
import { countUnfinished, noteStates, readUnfinished } from "#lib/notes/unfinished.ts";
import { keepSummary } from "#lib/summaries/keep-summary.ts";
import { sendSummary } from "#lib/summaries/send-summary.ts";
import { aboutSession, aSessionHeld, noteOf, summaryOf } from "#tests/support/notes.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, type Coach } from "#tests/support/people.ts";

onFreshDatabase();
const now = Date.now();
const day = 86_400_000;

const listUnfinished = (coach: Coach, at: number, most = 10) =>
  asViewer(coach, (tx) => readUnfinished(tx, coach, at, most));

test("a session is listed until its note is finished and nothing written waits to be sent", async () => {
  const [coach, client] = [await aCoach(), await aClient()];
  const id = await aSessionHeld({ for: client, with: coach, start: now - 2 * day });
  const of = aboutSession(id, client);
  const listed = async () => (await listUnfinished(coach, now)).map(({ note, summary }) => [note, summary]);
  expect(await listUnfinished(coach, now)).toMatchObject([{ id }]);
  expect(await listed()).toEqual([["none", "none"]]);
  await keepNote(coach, noteOf(coach, of, { stayed: "Begun" }), now);
  expect(await listed()).toEqual([["begun", "none"]]);
  await finishNote(coach, noteOf(coach, of, {}, 1), now);
  expect(await listed()).toEqual([]);
  await keepSummary(coach, summaryOf(coach, [id, client], { step: "One" }), now);
  expect(await listed()).toEqual([["finished", "written"]]);
  await sendSummary(coach, { booking: id, client: client.id, revision: 1 }, undefined, now);
  expect(await listed()).toEqual([]);
  expect((await noteStates(coach, [id])).get(id)).toEqual({ note: "finished", summary: "sent" });
  await keepSummary(coach, summaryOf(coach, [id, client], { step: "Two" }, 1), now);
  expect(await listed()).toEqual([["finished", "written"]]);
  expect(await listUnfinished(await aCoach(), now)).toEqual([]);
  expect((await noteStates(await aCoach(), [id])).size).toBe(0);
});

test("what was typed and cleared again is not begun, and neither are sessions to come or long past", async () => {
  const [coach, client] = [await aCoach(), await aClient()];
  const id = await aSessionHeld({ for: client, with: coach, start: now - 3_600_000 });
  await aSessionHeld({ for: client, with: coach, start: now + day });
  await aSessionHeld({ for: client, with: coach, start: now - 61 * day });
  await keepNote(coach, noteOf(coach, aboutSession(id, client), { stayed: "Typed" }), now);
  await keepNote(coach, noteOf(coach, aboutSession(id, client), { stayed: "" }, 1), now);
  await keepSummary(coach, summaryOf(coach, [id, client], { step: "Typed" }), now);
  await keepSummary(coach, summaryOf(coach, [id, client], { step: "" }, 1), now);
  expect((await noteStates(coach, [id])).get(id)).toEqual({ note: "none", summary: "none" });
  expect((await listUnfinished(coach, now + 2 * day)).map((one) => one.id)).toContain(id);
  expect(await listUnfinished(coach, now + 2 * day)).toHaveLength(2);
});

test("a note that was not begun is asked for from the coach's next morning on", async () => {
  const [coach, client] = [await aCoach({ zone: "Europe/Lisbon" }), await aClient()];
  const at = (clock: string) => Date.parse(`2026-06-01T${clock}Z`);
  // Ten in the evening there, and midnight an hour after it has ended.
  const id = await aSessionHeld({ for: client, with: coach, start: at("21:00:00") });
  expect(await listUnfinished(coach, at("22:59:59"))).toEqual([]);
  expect(await listUnfinished(coach, at("23:00:00"))).toMatchObject([{ id }]);
  await keepNote(coach, noteOf(coach, aboutSession(id, client), { stayed: "Begun" }), at("22:30:00"));
  expect(await listUnfinished(coach, at("22:30:00"))).toMatchObject([{ id, note: "begun" }]);
});

test("no more are read than asked for, the latest first, and all of them are counted", async () => {
  const [coach, client] = [await aCoach(), await aClient()];
  const days = [4, 3, 2];
  for (const back of days) await aSessionHeld({ for: client, with: coach, start: now - back * day });
  const two = await listUnfinished(coach, now, 2);
  expect(two.map(({ during }) => Math.round((now - during.start) / day))).toEqual([2, 3]);
  expect(await asSystem("a test counts", (tx) => countUnfinished(tx, coach.id, now))).toBe(3);
});
