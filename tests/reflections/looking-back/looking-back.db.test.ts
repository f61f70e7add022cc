import { eq } from "drizzle-orm";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { auditLog, lessons, reflectionShares } from "#db/schema/index.ts";
import { ensureCourse } from "#lib/lessons/shipped-course.ts";
import { ensureQuestions } from "#lib/questions/shipped-sets.ts";
import { saveWriting } from "#lib/reflections/in-lessons/save-writing.ts";
import { throwAway } from "#lib/reflections/journal/throw-away.ts";
import { exportWriting } from "#lib/reflections/looking-back/export/export.ts";
import { findWritten, listWritten } from "#lib/reflections/looking-back/queries.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { anEntry, aSharedEntry } from "#tests/support/journal.ts";
import { aJourney, aLesson } from "#tests/support/lessons.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType, type Client } from "#tests/support/people.ts";
import { aNextVersion, findLessonToWriteIn, written } from "#tests/support/writing.ts";
import { nextVersionOf, versionOf, writtenBeside } from "./written.ts";

const database = onFreshDatabase();
const now = Date.parse("2026-06-01T10:00:00Z");
const day = 86_400_000;

beforeAll(async () => {
  await ensureCourse(database.url, now);
  await ensureQuestions(database.url, now);
});

async function someone(name = "Ada") {
  const [coach, client] = [await aCoach({ name: "Sol" }), await aClient({ name, zone: "UTC" })];
  await aJourney(coach, "individual", client);
  const type = await aType(coach, { kind: "preparation" });
  const session = (at: number) => aBooking({ for: client, with: coach, type, start: at });
  return { coach, client, session };
}

/** One of each kind, with words that nobody else would write. */
async function ofEachKind(client: Client, session: (at: number) => Promise<string>, mark: string) {
  const bookingId = await session(now);
  const lesson = await findLessonToWriteIn();
  await saveWriting(
    client,
    written(client, lesson, "draw-the-loop", { happened: `${mark} lesson` }),
    now - 5 * day,
  );
  await writtenBeside(client, {
    ...{ bookingId, versionId: await versionOf("preparation"), at: now - 2 * day },
    answers: { focus: `${mark} focus`, steadiness: 6, changes: ["nothing"] },
  });
  await writtenBeside(client, {
    ...{ bookingId, versionId: await versionOf("guidance_day"), at: now - day, kind: "guidance_day" },
    answers: { still_yes: "go_ahead", settled: 7 },
  });
  await writtenBeside(client, {
    ...{ bookingId, versionId: await versionOf("check_in", 7), at: now + 7 * day, kind: "check_in", day: 7 },
    answers: { keep: `${mark} keep`, rested: 4 },
  });
  const id = await anEntry(client, `${mark} journal`, now + 8 * day);
  return { bookingId, entry: id };
}

const end = now + 10 * day;

describe("looking back", () => {
  test("all that somebody wrote, the last first, each with what it belongs to; and nobody else's", async () => {
    const { client, session } = await someone();
    const other = await someone("Bo");
    await ofEachKind(other.client, other.session, "Bo");
    const { bookingId } = await ofEachKind(client, session, "Ada");
    const { rows, rest } = await listWritten(client, "time", undefined);
    expect(rest).toBeUndefined();
    expect(rows.map(({ kind }) => kind)).toEqual([
      "journal",
      "check_in",
      "guidance_day",
      "session",
      "lesson",
    ]);
    expect(rows[3]).toMatchObject({ session: { id: bookingId, start: now, coachName: "Sol" }, shares: [] });
    expect(rows[4]?.lesson).toBeTruthy();
    const bySession = await listWritten(client, "session", undefined);
    expect(bySession.rows.map(({ kind }) => kind).sort()).toEqual(["check_in", "guidance_day", "session"]);
  });

  test("a page at a time, each once, by time and by session", async () => {
    const { client, session } = await someone();
    const versionId = await versionOf("preparation");
    for (let at = 0; at < 23; at++)
      await writtenBeside(client, {
        bookingId: await session(now + at * day),
        versionId,
        answers: {},
        at: now,
      });
    for (const by of ["time", "session"] as const) {
      const first = await listWritten(client, by, undefined);
      const second = await listWritten(client, by, first.rest);
      expect([first.rows.length, second.rows.length, second.rest]).toEqual([20, 3, undefined]);
      expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(23);
      if (by === "session") expect(first.rows[0]?.session?.start).toBe(now + 22 * day);
    }
  });

  test("what was thrown away is not in it", async () => {
    const { client } = await someone();
    await throwAway(client, await anEntry(client, "Words.", now), now);
    expect((await listWritten(client, "time", undefined)).rows).toEqual([]);
  });

  test("answers stand under the questions as they were asked, also when the set has changed since", async () => {
    const { client, session } = await someone();
    const versionId = await versionOf("mentorship");
    const old = await writtenBeside(client, {
      ...{ bookingId: await session(now), versionId, at: now },
      answers: { confidence: 3 },
    });
    const newer = await nextVersionOf(versionId, (questions) =>
      questions
        .filter(({ key }) => key !== "confidence")
        .map((one, index) => (index === 0 ? { ...one, text: "Asked in other words, {coach}?" } : one)),
    );
    // Kept from before, and without a place in the version it was last written on.
    const carried = await writtenBeside(client, {
      ...{ bookingId: await session(now + day), versionId: newer, at: now },
      answers: { confidence: 5 },
    });
    const before = await findWritten(client, old, end);
    expect(before?.parts).toMatchObject([
      {
        asked: "How sure do you feel about your next step?",
        answer: 3,
        words: "3",
        ends: "of 0 not at all to 10 very",
      },
    ]);
    expect(before?.blank).not.toContain("Asked in other words, Sol?");
    const after = await findWritten(client, carried, end);
    expect(after?.parts).toMatchObject([{ asked: "How sure do you feel about your next step?", answer: 5 }]);
    expect(after?.blank).toContain("Asked in other words, Sol?");
  });

  test("words in a lesson that was withdrawn since are still there, and the way to the lesson is not", async () => {
    const { client } = await someone();
    const lesson = await aLesson();
    await saveWriting(client, written(client, lesson, "draw-the-loop", { happened: "We were late." }), now);
    const [row] = (await listWritten(client, "time", undefined)).rows;
    const id = row?.id ?? "";
    expect((await findWritten(client, id, end))?.lesson?.slug).toBeTruthy();
    await aNextVersion(lesson, (body) => body.replace(/:::exercise[\s\S]*?\n:::\n/, ""));
    await asSystem("a test withdraws a lesson", (tx) =>
      tx.update(lessons).set({ withdrawnAt: now }).where(eq(lessons.id, lesson.id)),
    );
    expect(await findWritten(client, id, end)).toMatchObject({
      lesson: { slug: undefined, name: "Draw the loop" },
      parts: [{ asked: "What happened", words: "We were late." }],
    });
    expect((await listWritten(client, "time", undefined)).rows[0]?.lesson).toBeTruthy();
  });

  test("nobody else can read it, a coach's reader neither", async () => {
    const { client, session } = await someone();
    await ofEachKind(client, session, "Ada");
    const other = await aClient();
    for (const { id } of (await listWritten(client, "time", undefined)).rows) {
      expect(await findWritten(other, id, end)).toBeUndefined();
    }
  });
});

const unzipped = async (client: Client) => {
  const { name, bytes } = await exportWriting(client, end);
  const files = unzipSync(new Uint8Array(await new Response(bytes).arrayBuffer()));
  const text = Object.fromEntries(Object.entries(files).map(([file, all]) => [file, strFromU8(all)]));
  return {
    name,
    html: text["what-i-wrote.html"] ?? "",
    json: text["what-i-wrote.json"] ?? "",
    readMe: text["read-me.txt"] ?? "",
  };
};

describe("taking it along", () => {
  test("every kind of writing is in it, with questions and shares, and nothing of anybody else", async () => {
    const { client, session, coach } = await someone();
    const other = await someone("Bo");
    await ofEachKind(other.client, other.session, "Bo");
    await ofEachKind(client, session, "Ada");
    const { id, shareId } = await aSharedEntry(client, coach, "Ada shared", now + 9 * day);
    await asSystem("a coach opens it", (tx) =>
      tx
        .update(reflectionShares)
        .set({ openedAt: now + 9.5 * day })
        .where(eq(reflectionShares.id, shareId)),
    );
    await throwAway(client, await anEntry(client, "Ada gone", now + 9 * day), end);
    const { name, html, json, readMe } = await unzipped(client);
    expect(name).toBe("what-i-wrote-2026-06-11.zip");
    for (const part of ["lesson", "focus", "keep", "journal", "shared", "gone"]) {
      expect(html).toContain(`Ada ${part}`);
      expect(json).toContain(`Ada ${part}`);
    }
    expect(html).toContain("Shared with Sol 10 June at 10:00. Opened 10 June at 22:00.");
    expect(`${html}${json}`).not.toMatch(/Bo (lesson|focus|keep|journal)/);
    const { writing } = JSON.parse(json) as { writing: Record<string, never>[] };
    expect(writing.map(({ kind }) => String(kind)).sort()).toEqual([
      "check_in",
      "guidance_day",
      "journal",
      "journal",
      "journal",
      "lesson",
      "session",
    ]);
    expect(writing.find(({ kind }) => kind === ("session" as never))).toMatchObject({
      title: "Before the session on 1 June",
      session: { start: "2026-06-01T10:00:00.000Z", coach: "Sol" },
      answers: expect.arrayContaining([
        {
          key: "steadiness",
          question: "Over the past week, how steady have you felt?",
          ...{ answer: 6, words: "6", ends: "of 0 not at all to 10 very" },
        },
      ]),
    });
    expect(writing.find((one) => one.id === (id as never))).toMatchObject({
      shares: [
        {
          with: "Sol",
          as: "coach",
          openedAt: "2026-06-10T22:00:00.000Z",
          endedAt: null,
          answers: { text: "Ada shared" },
        },
      ],
    });
    // Every field is told of.
    const told = new Set(writing.flatMap((one) => Object.keys(one)));
    for (const field of told) expect(readMe).toContain(`  ${field} `);
  });

  test("what somebody typed does not run in the document", async () => {
    const { client } = await someone(`<img src=x onerror="alert(1)">`);
    const typed = `</p></article><script>alert("1")</script>&lt;<a href='javascript:x'>`;
    await anEntry(client, typed, now);
    const { html, json } = await unzipped(client);
    expect(html).not.toMatch(/<script|<img|<a /);
    expect(html).toContain(
      "&lt;/p&gt;&lt;/article&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;lt;",
    );
    expect(html).toContain("default-src 'none'");
    expect(JSON.parse(json).writing[0].answers[0].answer).toBe(typed);
  });

  test("much of it comes whole, and nothing at all is a file too", async () => {
    const { client } = await someone();
    expect(JSON.parse((await unzipped(client)).json).writing).toEqual([]);
    for (let at = 0; at < 120; at++) await anEntry(client, `Entry ${at}.`, now + at);
    const { html, json } = await unzipped(client);
    expect(JSON.parse(json).writing).toHaveLength(120);
    expect(html.match(/<article>/g)).toHaveLength(120);
  });

  test("that it was wanted is noted, and nothing of what is in it", async () => {
    const { client } = await someone();
    await anEntry(client, "Kettle.", now);
    await unzipped(client);
    const notes = await asSystem("a test reads the notes", (tx) =>
      tx.select().from(auditLog).where(eq(auditLog.subjectId, client.id)),
    );
    expect(notes).toMatchObject([{ action: "writing.exported", meta: {} }]);
  });
});
