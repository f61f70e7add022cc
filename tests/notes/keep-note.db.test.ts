import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { asSystem, asViewer } from "#db/client.ts";
import { auditLog, privateNotes, writtenRevisions } from "#db/schema/index.ts";
import { findBooking } from "#lib/bookings/queries.ts";
import { noteInput } from "#lib/notes/input.ts";
import { finishNote, keepNote } from "#lib/notes/keep-note.ts";
import { findFirstQuestion, findStandingNote, listNotesAbout, listSessionNotes } from "#lib/notes/queries.ts";
import { listVersions, restoreVersion } from "#lib/notes/versions.ts";
import { NotFound } from "#lib/refusal.ts";
import { aboutSession, aNote, aSessionHeld, noteOf } from "#tests/support/notes.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, type Client, type Coach } from "#tests/support/people.ts";

onFreshDatabase();
const now = Date.now();
const minute = 60_000;
const day = 86_400_000;

async function aPair() {
  const [coach, client] = [await aCoach({ name: "Sol" }), await aClient({ name: "Mara" })];
  return { coach, client, booking: await aSessionHeld({ for: client, with: coach }) };
}

async function sheetsOf(coach: Coach, booking: string, at = now) {
  const found = await findBooking(coach, booking);
  return found ? listSessionNotes(coach, found, at) : [];
}
const rows = ({ id }: Coach) =>
  asSystem("a test looks at notes", (tx) =>
    tx.select().from(privateNotes).where(eq(privateNotes.coachId, id)),
  );
const versionsOf = (coach: Coach, booking: string, client: Client) =>
  listVersions(coach, { part: "note", bookingId: booking, aboutId: client.id });

describe("a private note", () => {
  test("is kept, for its coach alone, and cannot be read in the database", async () => {
    const { coach, client, booking } = await aPair();
    const of = aboutSession(booking, client);
    const kept = await keepNote(coach, noteOf(coach, of, { stayed: "The bus stop." }), now);
    expect(kept).toMatchObject({ revision: 1, saved: expect.stringMatching(/^Saved today at /) });
    const [sheet] = await sheetsOf(coach, booking);
    expect(sheet).toMatchObject({ answers: { stayed: "The bus stop." }, revision: 1, finishedAt: null });
    expect(sheet?.fields.map(({ label }) => label)).toContain("What they do differently");
    const [row] = await rows(coach);
    expect(row?.words.toString("latin1")).not.toContain("bus");
    expect(await asViewer(client, (tx) => tx.select().from(privateNotes))).toEqual([]);
    const other = await aCoach();
    expect(await asViewer(other, (tx) => tx.select().from(privateNotes))).toEqual([]);
    expect(await listNotesAbout(coach, client.id, [booking])).toMatchObject([
      { written: [{ label: "What stayed", words: "The bus stop." }] },
    ]);
    expect(await listNotesAbout(other, client.id, [booking])).toEqual([]);
  });

  test("of somebody else's session, of somebody who did not come, or of nobody, is not there", async () => {
    const { coach, client, booking } = await aPair();
    const [other, stranger] = [await aCoach(), await aClient()];
    const words = { stayed: "Words" };
    for (const [who, of] of [
      [other, aboutSession(booking, client)],
      [coach, aboutSession(booking, stranger)],
      [coach, aboutSession(booking, null)],
      [coach, { purpose: "standing", booking: null, about: stranger.id }],
      [coach, { purpose: "standing", booking, about: client.id }],
      [coach, { purpose: "session", booking: null, about: client.id }],
      [other, { purpose: "first_question", booking, about: client.id }],
    ] as const)
      await expect(keepNote(who, noteOf(who, of, words), now)).rejects.toThrow(NotFound);
    await expect(findStandingNote(other, client.id, now)).rejects.toThrow(NotFound);
    await expect(findFirstQuestion(other, booking, now)).rejects.toThrow(NotFound);
    expect(await rows(coach)).toEqual([]);
  });

  test("waits until the session has begun, and stays with whoever wrote it", async () => {
    const { coach, client } = await aPair();
    const booking = await aSessionHeld({ for: client, with: coach, start: now + day });
    const input = noteOf(coach, aboutSession(booking, client), { stayed: "Early" });
    await expect(keepNote(coach, input, now)).rejects.toMatchObject({ code: "too_early" });
    const another = noteOf(await aCoach(), aboutSession(booking, client), { stayed: "Mine" });
    await expect(keepNote(coach, another, now)).rejects.toMatchObject({ code: "another_person" });
  });

  test("that two devices wrote is given to the later one to choose from", async () => {
    const { coach, client, booking } = await aPair();
    const of = aboutSession(booking, client);
    await aNote(coach, of, "First", now);
    await keepNote(coach, noteOf(coach, of, { stayed: "Second" }, 1), now);
    await expect(keepNote(coach, noteOf(coach, of, { stayed: "Third" }, 1), now)).rejects.toMatchObject({
      code: "written_elsewhere",
      offer: { stored: { answers: { stayed: "Second" }, revision: 2 } },
    });
    // An answer that was lost on its way, and is asked for again.
    expect(await keepNote(coach, noteOf(coach, of, { stayed: "Second" }, 1), now)).toMatchObject({
      revision: 2,
    });
  });

  test("that two windows begin at the same moment is one note, and one of them is told of the other", async () => {
    const { coach, client, booking } = await aPair();
    const of = aboutSession(booking, client);
    const both = await Promise.allSettled(
      ["One", "Two"].map((stayed) => keepNote(coach, noteOf(coach, of, { stayed }), now)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "written_elsewhere" },
    });
    expect(await rows(coach)).toHaveLength(1);
  });

  test("of a couple is one about both and one for each of them, which say nothing of one another", async () => {
    const coach = await aCoach();
    const [jonas, ute] = [await aClient({ name: "Jonas" }), await aClient({ name: "Ute" })];
    const booking = await aSessionHeld({ for: [jonas, ute], with: coach, kind: "couple" });
    await keepNote(coach, noteOf(coach, aboutSession(booking, null), { loop: "He steps back." }), now);
    await keepNote(coach, noteOf(coach, aboutSession(booking, ute), { own: "Only hers." }), now);
    const sheets = await sheetsOf(coach, booking);
    expect(sheets.map(({ of, answers }) => [of.about, answers])).toEqual([
      [null, { loop: "He steps back." }],
      ...[jonas, ute]
        .map(({ id }) => [id, id === ute.id ? { own: "Only hers." } : {}] as const)
        .sort(
          (a, b) =>
            sheets.findIndex(({ of }) => of.about === a[0]) - sheets.findIndex(({ of }) => of.about === b[0]),
        ),
    ]);
    expect(await listNotesAbout(coach, jonas.id, [booking])).toEqual([]);
  });

  test("is finished by its coach, also a blank one, and opens again with the next word", async () => {
    const { coach, client, booking } = await aPair();
    const of = aboutSession(booking, client);
    await finishNote(coach, noteOf(coach, of, {}), now);
    expect((await rows(coach))[0]).toMatchObject({ finishedAt: now, revision: 1 });
    await finishNote(coach, noteOf(coach, of, { stayed: "After all" }, 1), now + minute);
    await finishNote(coach, noteOf(coach, of, {}, 2), now + 2 * minute);
    expect((await rows(coach))[0]).toMatchObject({ finishedAt: now + minute, revision: 2 });
    await keepNote(coach, noteOf(coach, of, { stayed: "And more" }, 2), now + 3 * minute);
    expect((await rows(coach))[0]).toMatchObject({ finishedAt: null, revision: 3 });
    const other = await aCoach();
    await expect(finishNote(other, noteOf(other, of, {}), now)).rejects.toThrow(NotFound);
    const said = await asSystem("a test reads the log", (tx) =>
      tx
        .select()
        .from(auditLog)
        .where(and(eq(auditLog.action, "note.finished"), eq(auditLog.actorId, coach.id))),
    );
    expect(said).toHaveLength(2);
  });

  test("takes a field of the coach's own, with what it is called", async () => {
    const { coach, client, booking } = await aPair();
    const input = noteOf(coach, aboutSession(booking, client), { "own-1": "Rain" });
    await keepNote(coach, { ...input, labels: { "own-1": "The weather inside" } }, now);
    const [sheet] = await sheetsOf(coach, booking);
    expect(sheet?.fields.at(-1)).toEqual({ key: "own-1", label: "The weather inside" });
  });

  test("refuses what is too long, and names no field that it does not know", () => {
    const input = {
      author: crypto.randomUUID(),
      purpose: "standing",
      booking: null,
      about: crypto.randomUUID(),
    };
    const sent = (answers: object) => noteInput.safeParse({ ...input, revision: 0, answers }).success;
    expect(sent({ about: "x".repeat(10_000) })).toBe(true);
    expect(sent({ about: "x".repeat(10_001) })).toBe(false);
    expect(sent({ "A field": "x" })).toBe(false);
    expect(sent({ about: "\0" })).toBe(false);
  });
});

describe("earlier versions", () => {
  test("are kept when somebody comes back later, and when a note is finished; not for every save", async () => {
    const { coach, client, booking } = await aPair();
    const of = aboutSession(booking, client);
    await aNote(coach, of, "One", now);
    await keepNote(coach, noteOf(coach, of, { stayed: "Two" }, 1), now + minute);
    expect((await versionsOf(coach, booking, client))?.versions).toEqual([]);
    await keepNote(coach, noteOf(coach, of, { stayed: "Three" }, 2), now + 20 * minute);
    await finishNote(coach, noteOf(coach, of, {}, 3), now + 21 * minute);
    await keepNote(coach, noteOf(coach, of, { stayed: "Four" }, 3), now + 22 * minute);
    const found = await versionsOf(coach, booking, client);
    expect(found?.written).toMatchObject([{ words: "Four" }]);
    expect(found?.versions.map(({ written, writtenAt }) => [written[0]?.words, writtenAt - now])).toEqual([
      ["Three", 20 * minute],
      ["Two", minute],
    ]);
    const other = await aCoach();
    expect(await versionsOf(other, booking, client)).toBeUndefined();
    expect(await asViewer(client, (tx) => tx.select().from(writtenRevisions))).toEqual([]);
  });

  test("can be put back, and that can be undone", async () => {
    const { coach, client, booking } = await aPair();
    const of = aboutSession(booking, client);
    await aNote(coach, of, "One", now);
    await finishNote(coach, noteOf(coach, of, { stayed: "Two" }, 1), now + 20 * minute);
    const [first] = (await versionsOf(coach, booking, client))?.versions ?? [];
    const other = await aCoach();
    await expect(restoreVersion(other, first?.id ?? "", now)).rejects.toThrow(NotFound);
    const { undo } = await restoreVersion(coach, first?.id ?? "", now + 21 * minute);
    expect((await sheetsOf(coach, booking))[0]).toMatchObject({
      answers: { stayed: "One" },
      finishedAt: null,
    });
    await restoreVersion(coach, undo, now + 22 * minute);
    expect((await sheetsOf(coach, booking))[0]).toMatchObject({ answers: { stayed: "Two" }, revision: 4 });
  });
});

describe("beside a client", () => {
  test("a coach keeps a first question for a session to come, of a couple with nobody's name on it", async () => {
    const { coach, client } = await aPair();
    const booking = await aSessionHeld({ for: client, with: coach, start: now + day });
    const blank = await findFirstQuestion(coach, booking, now);
    expect(blank).toMatchObject({ revision: 0, answers: {}, of: { about: client.id } });
    await keepNote(coach, noteOf(coach, blank.of, { question: "What came first?" }), now);
    expect((await findFirstQuestion(coach, booking, now)).answers).toEqual({ question: "What came first?" });
    const partner = await aClient();
    const ofTwo = await aSessionHeld({
      for: [client, partner],
      with: coach,
      kind: "couple",
      start: now + 2 * day,
    });
    const sheet = await findFirstQuestion(coach, ofTwo, now);
    expect(sheet.of.about).toBeNull();
    await keepNote(coach, noteOf(coach, sheet.of, { question: "And together?" }), now);
    expect((await findFirstQuestion(coach, ofTwo, now)).answers).toEqual({ question: "And together?" });
  });

  test("a coach keeps what to have in mind, apart from another coach's of the same client", async () => {
    const { coach, client } = await aPair();
    const other = await aCoach();
    await aSessionHeld({ for: client, with: other, start: now - 3 * day });
    await aNote(
      coach,
      { purpose: "standing", booking: null, about: client.id },
      "A minute of quiet first.",
      now,
    );
    expect((await findStandingNote(coach, client.id, now)).answers).toEqual({
      about: "A minute of quiet first.",
    });
    expect((await findStandingNote(other, client.id, now)).answers).toEqual({});
  });
});
