import { beforeAll, describe, expect, test } from "vitest";
import { ensureQuestions } from "#lib/questions/shipped-sets.ts";
import { listNumbers } from "#lib/reflections/looking-back/numbers.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType, type Client } from "#tests/support/people.ts";
import { nextVersionOf, versionOf, writtenBeside } from "./written.ts";

const database = onFreshDatabase();
const now = Date.parse("2026-06-01T10:00:00Z");
const day = 86_400_000;

beforeAll(() => ensureQuestions(database.url, now));

async function someone() {
  const [coach, client] = [await aCoach({ name: "Sol" }), await aClient()];
  const type = await aType(coach, { kind: "preparation" });
  const session = (daysAgo: number) =>
    aBooking({ for: client, with: coach, type, start: now - daysAgo * day });
  return { client, session };
}

const write = (client: Client, bookingId: string, versionId: string, daysAgo: number, answers: object) =>
  writtenBeside(client, {
    ...{ bookingId, versionId, at: now - daysAgo * day },
    answers: answers as Record<string, string>,
  });

describe("a client's own numbers", () => {
  test("the same question is one scale across sets, oldest first, in its newest words", async () => {
    const { client, session } = await someone();
    const [before, after] = [await versionOf("preparation"), await versionOf("integration")];
    await write(client, await session(20), before, 20, { steadiness: 3, sleep: 4 });
    await write(client, await session(10), after, 10, { steadiness: 6, sleep: 5, overwhelm: 2 });
    const { scales } = await listNumbers(client, now);
    expect(scales.map(({ key, said }) => [key, said.map(({ number }) => number)])).toEqual([
      ["steadiness", [3, 6]],
      ["sleep", [4, 5]],
    ]);
    expect(scales[0]).toMatchObject({ text: "How steady have you felt?", low: "not at all", high: "very" });
  });

  test("what was left blank or kept to oneself is a time without a number", async () => {
    const { client, session } = await someone();
    const version = await versionOf("preparation");
    const said = [{ sleep: 1 }, {}, { sleep: "unsaid" }, { sleep: 9 }];
    for (const [index, answers] of said.entries())
      await write(client, await session(40 - index), version, 40 - index, answers);
    const { scales } = await listNumbers(client, now);
    expect(scales).toHaveLength(1);
    expect(scales[0]?.said.map(({ number }) => number)).toEqual([1, undefined, undefined, 9]);
  });

  test("one number alone is no trend, and nobody sees those of another", async () => {
    const { client, session } = await someone();
    const version = await versionOf("preparation");
    await write(client, await session(20), version, 20, { steadiness: 3 });
    expect((await listNumbers(client, now)).scales).toEqual([]);
    await write(client, await session(19), version, 19, { steadiness: 4 });
    expect((await listNumbers(client, now)).scales).toHaveLength(1);
    expect((await listNumbers(await aClient(), now)).scales).toEqual([]);
  });

  test("the coach's name stands in a question of their own", async () => {
    const { client, session } = await someone();
    const version = await nextVersionOf(await versionOf("mentorship"), (questions) =>
      questions.map((one) => (one.key === "confidence" ? { ...one, text: "As {coach} asks?" } : one)),
    );
    for (const ago of [9, 8]) await write(client, await session(ago), version, ago, { confidence: ago });
    const { scales } = await listNumbers(client, now);
    expect(scales.map(({ text }) => text)).toEqual(["As Sol asks?"]);
  });

  test("of each kind no more than the newest forty are opened", async () => {
    const { client, session } = await someone();
    const version = await versionOf("preparation");
    for (let ago = 50; ago > 0; ago--)
      await write(client, await session(ago), version, ago, { sleep: ago % 10 });
    const { scales } = await listNumbers(client, now);
    expect(scales[0]?.said).toHaveLength(40);
    expect(scales[0]?.said.at(-1)?.number).toBe(1);
  });
});
