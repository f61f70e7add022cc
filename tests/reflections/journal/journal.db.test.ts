import { randomUUID } from "node:crypto";
import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { asSystem, asViewer } from "#db/client.ts";
import { auditLog, journeyMembers, messages, reflectionShares, reflections } from "#db/schema/index.ts";
import { entryForm, entryInput, longestEntry } from "#lib/reflections/journal/input.ts";
import {
  findEntry,
  listEntries,
  listShownEntries,
  listThrownAway,
} from "#lib/reflections/journal/queries.ts";
import { keptFor } from "#lib/reflections/journal/rules.ts";
import { saveEntry } from "#lib/reflections/journal/save-entry.ts";
import { searchEntries } from "#lib/reflections/journal/search.ts";
import { shareEntry } from "#lib/reflections/journal/share-entry.ts";
import { bringBack, deleteThrownAway, throwAway } from "#lib/reflections/journal/throw-away.ts";
import { takeBack, undoTakingBack } from "#lib/reflections/take-back.ts";
import { NotFound } from "#lib/refusal.ts";
import { anEntry, aSharedEntry, entryOf } from "#tests/support/journal.ts";
import { aJourney } from "#tests/support/lessons.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, type Client } from "#tests/support/people.ts";

onFreshDatabase();
const now = Date.parse("2026-06-01T10:00:00Z");
const later = now + 60_000;
const day = 86_400_000;

async function aCouple() {
  const [coach, jonas, ute] = [
    await aCoach({ name: "Sol" }),
    await aClient({ name: "Jonas" }),
    await aClient({ name: "Ute" }),
  ];
  const journey = await aJourney(coach, "couple", jonas, ute);
  return { coach, jonas, ute, journey };
}

const rowsOf = (id: string) =>
  asSystem("a test looks at an entry", (tx) => tx.select().from(reflections).where(eq(reflections.id, id)));
const textOf = async (client: Client, id: string, at = later) => (await findEntry(client, id, at))?.text;
const mailTo = ({ id }: { id: string }) =>
  asSystem("a test counts mail", (tx) => tx.$count(messages, eq(messages.recipientId, id)));
const copiesFor = (reader: { id: string }) =>
  asViewer(reader, (tx) => tx.select({ id: reflectionShares.id }).from(reflectionShares));

describe("writing an entry", () => {
  test("is kept, for its author alone, and cannot be read in the database", async () => {
    const ada = await aClient();
    const entry = entryOf(ada, "The blue kettle.");
    expect(await saveEntry(ada, entry, now)).toMatchObject({ revision: 1, saved: "Saved today at 11:00" });
    expect(await textOf(ada, entry.leaf)).toBe("The blue kettle.");
    const [row] = await rowsOf(entry.leaf);
    expect(row).toMatchObject({ kind: "journal", revision: 1, writtenAt: now });
    expect(row?.answers.toString("latin1")).not.toContain("kettle");
    const other = await aClient();
    expect(await findEntry(other, entry.leaf, later)).toBeUndefined();
    expect((await listEntries(other, undefined)).entries).toEqual([]);
    expect(await asViewer(other, (tx) => tx.select().from(reflections))).toEqual([]);
    expect(await asViewer(ada, (tx) => tx.select().from(reflections))).toHaveLength(1);
  });

  test("a first save that comes twice, also at the same moment, makes one entry", async () => {
    const ada = await aClient();
    const entry = entryOf(ada, "Once.");
    const all = await Promise.all([1, 2, 3, 4].map(() => saveEntry(ada, entry, now)));
    expect(all.map(({ revision }) => revision)).toEqual([1, 1, 1, 1]);
    expect((await listEntries(ada, undefined)).entries).toHaveLength(1);
  });

  test("under the id of somebody else's entry there is nothing", async () => {
    const [ada, bo] = [await aClient(), await aClient()];
    const id = await anEntry(ada, "Mine.", now);
    await expect(saveEntry(bo, entryOf(bo, "Over it.", 0, id), later)).rejects.toThrow(NotFound);
    await expect(saveEntry(bo, entryOf(bo, "Over it.", 1, id), later)).rejects.toThrow(NotFound);
    expect(await textOf(ada, id)).toBe("Mine.");
  });

  test("whoever signed in meanwhile is told, and nothing becomes theirs", async () => {
    const [ada, bo] = [await aClient(), await aClient()];
    await expect(saveEntry(bo, entryOf(ada, "Mine."), now)).rejects.toMatchObject({ code: "another_person" });
  });

  test("the later one of two devices is told what stands there, and nothing is written over", async () => {
    const ada = await aClient();
    const id = await anEntry(ada, "First.", now);
    await saveEntry(ada, entryOf(ada, "From the phone.", 1, id), later);
    await expect(saveEntry(ada, entryOf(ada, "From the desk.", 1, id), later)).rejects.toMatchObject({
      code: "written_elsewhere",
      offer: { stored: { answers: { text: "From the phone." }, revision: 2 } },
    });
    expect(await textOf(ada, id)).toBe("From the phone.");
    // The same words are no news, and where nobody can be asked both are kept.
    await expect(saveEntry(ada, entryOf(ada, "From the phone.", 1, id), later)).resolves.toMatchObject({
      revision: 2,
    });
    const joined = await saveEntry(ada, { ...entryOf(ada, "From the desk.", 1, id), joins: true }, later);
    expect(joined).toMatchObject({ revision: 3, isJoined: true });
    expect(await textOf(ada, id)).toBe("From the phone.\n\nFrom the desk.");
  });

  test("of two devices that write at the same moment one is told", async () => {
    const ada = await aClient();
    const id = await anEntry(ada, "First.", now);
    const both = await Promise.allSettled(
      ["One.", "Two."].map((text) => saveEntry(ada, entryOf(ada, text, 1, id), later)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  test("blank words begin nothing, and empty an entry that is there", async () => {
    const ada = await aClient();
    const blank = entryOf(ada, "  \n");
    expect(await saveEntry(ada, blank, now)).toMatchObject({ revision: 0, saved: "" });
    expect(await rowsOf(blank.leaf)).toEqual([]);
    const id = await anEntry(ada, "Something.", now);
    await saveEntry(ada, { ...entryOf(ada, "", 1, id), answers: { text: null } }, later);
    expect(await textOf(ada, id)).toBe("");
  });

  test("twenty thousand letters fit, and not one more", () => {
    const entry = { author: randomUUID(), leaf: randomUUID(), revision: 0 };
    const at = (length: number) => entryInput.safeParse({ ...entry, answers: { text: "a".repeat(length) } });
    expect(at(longestEntry).success).toBe(true);
    expect(at(longestEntry + 1).success).toBe(false);
    const sent = { ...entry, revision: "0", back: "/journal", "answer.text": "one\r\ntwo" };
    expect(entryForm.parse(sent)).toEqual({ ...entry, answers: { text: "one\ntwo" } });
  });
});

describe("who reads an entry", () => {
  test.each(["nobody", "coach", "partner"] as const)(
    "shown to %s, it is read by nobody else, and only a coach is told",
    async (to) => {
      const { coach, jonas, ute } = await aCouple();
      const [stranger, otherCoach] = [await aClient(), await aCoach()];
      if (to === "nobody") await anEntry(jonas, "Words.", now);
      else await aSharedEntry(jonas, to === "coach" ? coach : ute, "Words.", now);
      expect(await copiesFor(coach)).toHaveLength(to === "coach" ? 1 : 0);
      expect(await copiesFor(ute)).toHaveLength(to === "partner" ? 1 : 0);
      expect(await copiesFor(stranger)).toEqual([]);
      expect(await copiesFor(otherCoach)).toEqual([]);
      expect(await mailTo(coach)).toBe(to === "coach" ? 1 : 0);
      expect(await mailTo(ute)).toBe(0);
      const shown = (await listShownEntries(ute, undefined)).entries;
      expect(shown.map(({ name, text }) => [name, text])).toEqual(
        to === "partner" ? [["Jonas", "Words."]] : [],
      );
      expect((await listShownEntries(stranger, undefined)).entries).toEqual([]);
    },
  );

  test("what is written later is not shown by itself, and can be shown anew", async () => {
    const { jonas, ute } = await aCouple();
    const { id } = await aSharedEntry(jonas, ute, "First.", now);
    await saveEntry(jonas, entryOf(jonas, "Second.", 1, id), later);
    const reads = async () => (await listShownEntries(ute, undefined)).entries.map(({ text }) => text);
    expect(await reads()).toEqual(["First."]);
    expect((await findEntry(jonas, id, later))?.shares).toMatchObject([{ name: "Ute", isNewest: false }]);
    await shareEntry(jonas, { ...entryOf(jonas, "Second.", 2, id), reader: ute.id }, later);
    expect(await reads()).toEqual(["Second."]);
    await shareEntry(jonas, { ...entryOf(jonas, "Second.", 2, id), reader: ute.id }, later);
    expect((await findEntry(jonas, id, later))?.shares).toMatchObject([
      { isNewest: true, withdrawnAt: null },
    ]);
  });

  test("of two shares at the same moment one copy stands", async () => {
    const { jonas, coach } = await aCouple();
    const entry = { ...entryOf(jonas, "Words."), reader: coach.id };
    const both = await Promise.all([shareEntry(jonas, entry, now), shareEntry(jonas, entry, now)]);
    expect(both[0]?.shareId).toBe(both[1]?.shareId);
    expect(await copiesFor(coach)).toHaveLength(1);
  });

  test("nobody else can be chosen, nor somebody else's entry, nor one without words", async () => {
    const { jonas, ute, coach, journey } = await aCouple();
    for (const reader of [await aClient(), await aCoach(), jonas])
      await expect(aSharedEntry(jonas, reader, "Words.", now)).rejects.toThrow(NotFound);
    const id = await anEntry(jonas, "Words.", now);
    await expect(shareEntry(ute, { ...entryOf(ute, "Mine", 1, id), reader: coach.id }, now)).rejects.toThrow(
      NotFound,
    );
    await expect(aSharedEntry(jonas, coach, "  ", now)).rejects.toMatchObject({ code: "nothing_written" });
    await asSystem("a test parts a couple", (tx) =>
      tx
        .update(journeyMembers)
        .set({ leftAt: now })
        .where(and(eq(journeyMembers.journeyId, journey), eq(journeyMembers.clientId, ute.id))),
    );
    await expect(aSharedEntry(jonas, ute, "Words.", now)).rejects.toThrow(NotFound);
  });

  test("sharing and taking back are noted, without a word of it", async () => {
    const { jonas, coach } = await aCouple();
    const { shareId } = await aSharedEntry(jonas, coach, "A secret kettle.", now);
    await takeBack(jonas, shareId, later);
    const notes = await asSystem("a test reads the notes", (tx) =>
      tx.select().from(auditLog).where(eq(auditLog.subjectId, shareId)),
    );
    expect(notes.map(({ action }) => action)).toEqual(["reflection.shared", "reflection.taken_back"]);
    expect(JSON.stringify(notes)).not.toContain("kettle");
  });
});

describe("throwing an entry away", () => {
  test("takes it from the list, from the search and from everybody who could read it", async () => {
    const { jonas, ute, coach } = await aCouple();
    const { id } = await aSharedEntry(jonas, ute, "Kettle.", now);
    await shareEntry(jonas, { ...entryOf(jonas, "Kettle.", 1, id), reader: coach.id }, now);
    await throwAway(jonas, id, later);
    await throwAway(jonas, id, later + 1);
    expect(await copiesFor(ute)).toEqual([]);
    expect(await copiesFor(coach)).toEqual([]);
    expect((await listEntries(jonas, undefined)).entries).toEqual([]);
    expect((await searchEntries(jonas, "kettle")).entries).toEqual([]);
    expect(await listThrownAway(jonas, later)).toMatchObject([{ id, beginning: "Kettle." }]);
    expect(await findEntry(jonas, id, later)).toMatchObject({ isThrownAway: true, text: "Kettle." });
  });

  test("nothing is written in it or shown of it before it is brought back", async () => {
    const { jonas, coach } = await aCouple();
    const { id, shareId } = await aSharedEntry(jonas, coach, "Kettle.", now);
    await throwAway(jonas, id, later);
    const more = entryOf(jonas, "Kettle, again.", 1, id);
    await expect(saveEntry(jonas, more, later)).rejects.toMatchObject({ code: "thrown_away" });
    await expect(shareEntry(jonas, { ...more, reader: coach.id }, later)).rejects.toMatchObject({
      code: "thrown_away",
    });
    await expect(undoTakingBack(jonas, shareId, later)).rejects.toMatchObject({ code: "thrown_away" });
    expect(await copiesFor(coach)).toEqual([]);
    await bringBack(jonas, id, later);
    await bringBack(jonas, id, later);
    expect(await copiesFor(coach)).toEqual([]);
    await expect(saveEntry(jonas, more, later)).resolves.toMatchObject({ revision: 2 });
    await undoTakingBack(jonas, shareId, later);
    expect(await copiesFor(coach)).toHaveLength(1);
  });

  test("is for its author alone", async () => {
    const { jonas, ute, coach } = await aCouple();
    const { id } = await aSharedEntry(jonas, ute, "Kettle.", now);
    for (const act of [throwAway, bringBack]) {
      await expect(act(ute, id, later)).rejects.toThrow(NotFound);
      await expect(act(jonas, randomUUID(), later)).rejects.toThrow(NotFound);
    }
    expect(await copiesFor(ute)).toHaveLength(1);
    expect(await copiesFor(coach)).toEqual([]);
  });

  test("after thirty days it is deleted with its copies, and nothing else is", async () => {
    const { jonas, ute } = await aCouple();
    const [long, recent, kept] = [
      await aSharedEntry(jonas, ute, "Long ago.", now),
      await aSharedEntry(jonas, ute, "Since.", now),
      await aSharedEntry(jonas, ute, "Kept.", now),
    ];
    await throwAway(jonas, long.id, now);
    await throwAway(jonas, recent.id, now + day);
    const end = now + keptFor + 1;
    await expect(bringBack(jonas, long.id, end)).rejects.toThrow(NotFound);
    expect(await findEntry(jonas, long.id, end)).toBeUndefined();
    expect((await listThrownAway(jonas, end)).map(({ id }) => id)).toEqual([recent.id]);
    await deleteThrownAway(end);
    const left = await Promise.all([long, recent, kept].map(({ id }) => rowsOf(id)));
    expect(left.map((rows) => rows.length)).toEqual([0, 1, 1]);
    expect(await textOf(jonas, kept.id, end)).toBe("Kept.");
    expect(await copiesFor(ute)).toHaveLength(1);
  });
});

describe("finding an entry", () => {
  test("the newest stand first, twenty on a page, each once", async () => {
    const ada = await aClient();
    for (let at = 0; at < 45; at++) await anEntry(ada, `Entry ${at}.`, now + Math.floor(at / 3) * day);
    const seen: string[] = [];
    let { entries, rest } = await listEntries(ada, undefined);
    expect(entries).toHaveLength(20);
    expect(new Date(entries[0]?.at ?? 0)).toEqual(new Date(now + 14 * day));
    for (;;) {
      seen.push(...entries.map(({ beginning }) => beginning));
      if (!rest) break;
      ({ entries, rest } = await listEntries(ada, rest));
    }
    expect(new Set(seen).size).toBe(45);
    expect(seen).toHaveLength(45);
  });

  test("by words in it, one's own entries alone, however many there are", async () => {
    const [ada, bo] = [await aClient(), await aClient()];
    const first = await anEntry(ada, "The blue door.", now - day);
    for (let at = 0; at < 105; at++) await anEntry(ada, `Entry ${at}.`, now + at);
    await anEntry(bo, "A blue door of mine.", now);
    const found = await searchEntries(ada, " Blue  door ");
    expect(found).toMatchObject({ entries: [{ id: first, passage: "The blue door." }], isPart: false });
    const many = await searchEntries(ada, "entry");
    expect(many.entries).toHaveLength(30);
    expect(many.isPart).toBe(true);
  });
});
