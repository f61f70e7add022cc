import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { asSystem, asViewer } from "#db/client.ts";
import { noteTemplates } from "#db/schema/index.ts";
import {
  bringTemplateBack,
  findTemplate,
  listTemplates,
  removeTemplate,
  saveTemplate,
} from "#lib/notes/templates.ts";
import { NotFound } from "#lib/refusal.ts";
import { aTemplate, templateOf } from "#tests/support/notes.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach } from "#tests/support/people.ts";

onFreshDatabase();
const now = Date.now();
const of = { kind: "integration", part: "note" } as const;

test("a template is its coach's own, for one kind and one part, and cannot be read in the database", async () => {
  const [coach, other, client] = [await aCoach(), await aCoach(), await aClient()];
  const id = await aTemplate(coach);
  expect(await listTemplates(coach, { now, of })).toMatchObject([{ id, name: "After the day" }]);
  expect((await findTemplate(coach, id, now))?.fields).toEqual(templateOf().fields);
  expect(await listTemplates(coach, { now, of: { ...of, part: "summary" } })).toEqual([]);
  expect(await listTemplates(other, { now })).toEqual([]);
  for (const viewer of [other, client])
    expect(await asViewer(viewer, (tx) => tx.select().from(noteTemplates))).toEqual([]);
  const [row] = await asSystem("a test looks", (tx) => tx.select().from(noteTemplates));
  expect(row?.fields.toString("latin1")).not.toContain("weather");
});

test("a template is changed as it was seen, and not over what another window made of it", async () => {
  const coach = await aCoach();
  const id = randomUUID();
  const { changedAt } = await saveTemplate(coach, id, templateOf(), now);
  await saveTemplate(coach, id, templateOf({ name: "Another", seen: changedAt }), now + 1);
  await expect(saveTemplate(coach, id, templateOf({ seen: changedAt }), now + 2)).rejects.toMatchObject({
    code: "changed",
  });
  expect(await findTemplate(coach, id, now)).toMatchObject({ name: "Another" });
});

test("nobody else's template can be changed, removed or brought back", async () => {
  const [coach, other] = [await aCoach(), await aCoach()];
  const id = await aTemplate(coach);
  for (const act of [
    () => saveTemplate(other, id, templateOf(), now),
    () => saveTemplate(other, id, templateOf({ seen: 1 }), now),
    () => removeTemplate(other, id, now),
    () => bringTemplateBack(other, id, now),
  ])
    await expect(act()).rejects.toThrow(NotFound);
  expect(await findTemplate(coach, id, now)).toBeDefined();
});

test("a template that was removed is not offered, and can be brought back for an hour", async () => {
  const coach = await aCoach();
  const id = await aTemplate(coach);
  await removeTemplate(coach, id, now);
  await removeTemplate(coach, id, now + 1);
  expect(await listTemplates(coach, { now, of })).toEqual([]);
  expect(await listTemplates(coach, { now })).toMatchObject([{ id, isRemoved: true }]);
  expect(await findTemplate(coach, id, now)).toBeUndefined();
  await expect(bringTemplateBack(coach, id, now + 3_600_001)).rejects.toMatchObject({ code: "too_late" });
  await bringTemplateBack(coach, id, now + 1_000);
  expect(await listTemplates(coach, { now, of })).toMatchObject([{ id }]);
});
