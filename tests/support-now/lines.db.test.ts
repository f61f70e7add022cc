import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem, asViewer, closeDatabase } from "#db/client.ts";
import { supportResources } from "#db/schema/index.ts";
import type { OwnerViewer } from "#lib/auth/viewer.ts";
import {
  addLine,
  bringLineBack,
  changeLine,
  checkLine,
  hideLine,
  removeLine,
} from "#lib/support/commands.ts";
import { ensureSupport } from "#lib/support/ensure.ts";
import type { ChangeLineInput } from "#lib/support/input.ts";
import { countStale, findLine, listLines } from "#lib/support/queries.ts";
import { resources } from "#lib/support/resources.ts";
import { isShown } from "#lib/support/rules.ts";
import { findShownLines } from "#lib/support/shown.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, anOwner } from "#tests/support/people.ts";

const database = onFreshDatabase();
const now = Date.parse("2026-12-01T08:00:00Z");
const day = 86_400_000;
const call = { words: "Call 123", to: "tel:123" };
const said: ChangeLineInput = {
  ...{ name: "A line", whatHappens: "Somebody answers.", hoursText: "Day and night.", hoursVerified: true },
  ...{ ways: [call], sourceUrl: "https://example.org/", position: 50, checked: false },
};
const add = (owner: OwnerViewer, change: Partial<ChangeLineInput> = {}) =>
  addLine(owner, { ...said, place: "eu", urgency: "hard", ...change }, now);
const shownIds = async () => (await findShownLines()).map(({ id }) => id);
const shipped = resources.filter(isShown).map(({ id }) => id);

let owner: OwnerViewer;
beforeAll(async () => {
  owner = await anOwner();
});

describe("what comes with the portal", () => {
  test("is shown as long as nothing has been put into the database", async () => {
    expect(await shownIds()).toEqual(shipped);
  });

  test("is put there once; what the owner changed, hid or removed stays so at each later start", async () => {
    await ensureSupport(database.url, now);
    expect((await shownIds()).toSorted()).toEqual(shipped.toSorted());
    await changeLine(owner, "us-988", { ...said, name: "Our 988", checked: true }, now);
    await removeLine(owner, "us-domestic-violence", now);
    await hideLine(owner, "ca-988", now);
    await ensureSupport(database.url, now + day);
    const lines = await findShownLines();
    expect(lines.find(({ id }) => id === "us-988")?.name).toBe("Our 988");
    expect(lines.map(({ id }) => id)).not.toContain("us-domestic-violence");
    expect(lines.map(({ id }) => id)).not.toContain("ca-988");
    await bringLineBack(owner, "us-domestic-violence", now);
    expect(await shownIds()).toContain("us-domestic-violence");
  });

  test("is brought to what a newer portal knows where nobody here has changed it", async () => {
    await asSystem("test", (tx) =>
      tx.update(supportResources).set({ name: "Old" }).where(eq(supportResources.id, "mx-linea-de-la-vida")),
    );
    await ensureSupport(database.url, now);
    expect((await findLine(owner, "mx-linea-de-la-vida", now)).line.name).toBe("Línea de la Vida");
  });

  test("stands in for what cannot be read, without anybody waiting", async () => {
    const kept = globalThis as unknown as { attuneSupport?: unknown };
    const url = process.env.DATABASE_URL;
    await closeDatabase();
    delete kept.attuneSupport;
    process.env.DATABASE_URL = "postgres://nobody@127.0.0.1:1/none";
    try {
      expect(await shownIds()).toEqual(shipped);
    } finally {
      await closeDatabase();
      process.env.DATABASE_URL = url;
      delete kept.attuneSupport;
    }
    expect((await findShownLines()).find(({ id }) => id === "us-988")?.name).toBe("Our 988");
  });
});

describe("the owner", () => {
  test("adds a line that nobody sees until it is checked, which is dated", async () => {
    const id = await add(owner);
    expect(await shownIds()).not.toContain(id);
    await checkLine(owner, id, now);
    expect((await findShownLines()).find((line) => line.id === id)).toMatchObject({
      verifiedOn: "2026-12-01",
      hoursVerified: true,
    });
  });

  test("checks nothing that has no source or no way, and ticks no hours that are not said", async () => {
    const [unsourced, unreachable] = [await add(owner, { sourceUrl: "" }), await add(owner, { ways: [] })];
    await expect(checkLine(owner, unsourced, now)).rejects.toMatchObject({ field: "sourceUrl" });
    await expect(checkLine(owner, unreachable, now)).rejects.toMatchObject({ field: "ways" });
    await expect(add(owner, { sourceUrl: "", checked: true })).rejects.toMatchObject({ field: "sourceUrl" });
    const hourless = await add(owner, { hoursText: "", hoursVerified: true });
    expect((await findLine(owner, hourless, now)).line.hoursVerified).toBe(false);
  });

  test("who changes a number without checking it hides the line; other words leave it shown", async () => {
    const id = await add(owner, { checked: true });
    expect(await changeLine(owner, id, { ...said, name: "Another name" }, now)).toEqual({ isShown: true });
    const other = { ...said, ways: [{ words: "Call 124", to: "tel:124" }] };
    expect(await changeLine(owner, id, other, now)).toEqual({ isShown: false });
    expect(await shownIds()).not.toContain(id);
    expect(await changeLine(owner, id, { ...other, checked: true }, now)).toEqual({ isShown: true });
  });

  test("hides and removes, and takes a removal back", async () => {
    const id = await add(owner, { checked: true });
    await hideLine(owner, id, now);
    expect(await shownIds()).not.toContain(id);
    await checkLine(owner, id, now);
    await removeLine(owner, id, now);
    expect((await listLines(owner, now)).lines.map((line) => line.id)).not.toContain(id);
    await expect(checkLine(owner, id, now)).rejects.toMatchObject({ name: "NotFound" });
    await bringLineBack(owner, id, now);
    expect(await shownIds()).toContain(id);
    await expect(bringLineBack(owner, id, now)).rejects.toMatchObject({ name: "NotFound" });
  });

  test("can neither hide nor remove the emergency services, nor change how they are reached unchecked", async () => {
    for (const act of [hideLine, removeLine])
      await expect(act(owner, "eu-emergency", now)).rejects.toMatchObject({ code: "always_shown" });
    await expect(changeLine(owner, "eu-emergency", said, now)).rejects.toMatchObject({ field: "checked" });
    expect(await changeLine(owner, "eu-emergency", { ...said, checked: true }, now)).toEqual({
      isShown: true,
    });
    expect(await shownIds()).toContain("eu-emergency");
  });

  test("is told how many checks are older than 60 days", async () => {
    await add(owner, { checked: true });
    const before = await countStale(owner, now + 60 * day);
    expect(await countStale(owner, now + 61 * day)).toBeGreaterThan(before);
  });

  test("finds nothing where there is nothing", async () => {
    for (const act of [checkLine, hideLine, removeLine, bringLineBack])
      await expect(act(owner, randomUUID(), now)).rejects.toMatchObject({ name: "NotFound" });
    await expect(changeLine(owner, randomUUID(), said, now)).rejects.toMatchObject({ name: "NotFound" });
    await expect(findLine(owner, randomUUID(), now)).rejects.toMatchObject({ name: "NotFound" });
  });
});

test("for any other coach, and for a client, none of it is there; beneath every check they can change nothing", async () => {
  const id = await add(owner, { checked: true });
  for (const other of [await aCoach(), await aClient()]) {
    const asOwner = other as unknown as OwnerViewer;
    for (const act of [checkLine, hideLine, removeLine, bringLineBack, findLine])
      await expect(act(asOwner, id, now)).rejects.toMatchObject({ name: "NotFound" });
    await expect(changeLine(asOwner, id, said, now)).rejects.toMatchObject({ name: "NotFound" });
    await expect(add(asOwner)).rejects.toMatchObject({ name: "NotFound" });
    await expect(listLines(asOwner, now)).rejects.toMatchObject({ name: "NotFound" });
    const changed = await asViewer(other, (tx) =>
      tx
        .update(supportResources)
        .set({ name: "Eve", changedBy: other.id })
        .where(eq(supportResources.id, id)),
    );
    expect(changed.count).toBe(0);
  }
  expect((await findLine(owner, id, now)).line.name).toBe("A line");
});
