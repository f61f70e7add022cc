import { beforeAll, expect, test } from "vitest";
import { asViewer } from "#db/client.ts";
import { consentTexts } from "#db/schema/index.ts";
import type { OwnerViewer } from "#lib/auth/viewer.ts";
import { confirmText, publishText } from "#lib/consent/authoring/publish.ts";
import { findText, listTexts } from "#lib/consent/authoring/queries.ts";
import { ensureConsentTexts } from "#lib/consent/ensure-texts.ts";
import { topics } from "#lib/consent/topics.ts";
import { textHtml } from "#lib/consent/words-of-text.ts";
import { NotFound } from "#lib/refusal.ts";
import { agree } from "#tests/support/agreements.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, anOwner, aType } from "#tests/support/people.ts";

const database = onFreshDatabase();
beforeAll(() => ensureConsentTexts(database.url, 0));

const now = Date.parse("2026-12-01T10:00:00Z");
const words = { title: "Fees", body: "**In short: less.**" };

test("a practice begins with a draft of every topic, and what the owner made of them stays", async () => {
  const owner = await anOwner();
  const coach = await aCoach();
  expect((await listTexts(coach)).map(({ topic }) => topic)).toEqual(topics.map(({ key }) => key));
  expect((await listTexts(coach)).every(({ confirmedAt }) => confirmedAt === null)).toBe(true);
  await publishText(owner, "fees", { ...words, after: 1 }, now);
  await ensureConsentTexts(database.url, now);
  const found = await findText(coach, "fees");
  expect(found?.versions.map(({ version, publishedBy }) => [version, publishedBy])).toEqual([
    [2, owner.name],
    [1, null],
  ]);
  expect(found?.newest).toMatchObject({ ...words, confirmedAt: null });
});

test("the owner confirms a text, and can make it a draft again", async () => {
  const owner = await anOwner();
  await confirmText(owner, "law", { version: 1, isConfirmed: true }, now);
  expect((await findText(owner, "law"))?.newest.confirmedAt).toBe(now);
  await confirmText(owner, "law", { version: 1, isConfirmed: false }, now);
  expect((await findText(owner, "law"))?.newest.confirmedAt).toBeNull();
  await expect(confirmText(owner, "law", { version: 2, isConfirmed: true }, now)).rejects.toThrow(
    "newer version",
  );
  await expect(confirmText(owner, "weather", { version: 1, isConfirmed: true }, now)).rejects.toThrow(
    NotFound,
  );
});

test("of two windows one publishes, and the same words ask nobody again", async () => {
  const owner = await anOwner();
  const all = await Promise.allSettled(
    ["one", "two", "three"].map((body) =>
      publishText(owner, "change", { title: "Change", body, after: 1 }, now),
    ),
  );
  expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const newest = (await findText(owner, "change"))?.newest;
  const same = { title: "Change", body: newest?.body ?? "", after: 2 };
  await expect(publishText(owner, "change", same, now)).rejects.toThrow("nobody was asked again");
  await expect(publishText(owner, "weather", { ...words, after: 1 }, now)).rejects.toThrow(NotFound);
});

test("a coach who is not the owner writes none, whatever the code believes", async () => {
  const coach = (await aCoach()) as unknown as OwnerViewer;
  await expect(publishText(coach, "touch", { ...words, after: 1 }, now)).rejects.toThrow();
  const all = asViewer(coach, (tx) => tx.update(consentTexts).set({ confirmedAt: now }).returning());
  expect(await all).toEqual([]);
});

test("it is said how many people would be asked again, each once", async () => {
  const owner = await anOwner();
  const coach = await aCoach();
  const client = await aClient();
  const type = await aType(coach);
  await aBooking({ for: client, with: coach, type, start: now });
  await agree(client, coach, "your_record", {}, now);
  await agree(client, coach, "your_record", { name: "Another" }, now + 1);
  expect((await findText(owner, "your_record"))?.people).toBe(1);
});

test("a coach's name is only a name, and a text only text", () => {
  const html = textHtml("Hello {coach}. <script>alert(1)</script> [x](javascript:alert(1))", "*Sol* <b>");
  expect(html).toContain("*Sol* &#x3C;b>");
  expect(html).not.toMatch(/<script|javascript:|<em>/);
});
