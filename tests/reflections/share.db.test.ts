import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem, asViewer } from "#db/client.ts";
import { clientKeys, journeyMembers, reflectionShares, reflections } from "#db/schema/index.ts";
import { ensureCourse } from "#lib/lessons/shipped-course.ts";
import type { Answers } from "#lib/reflections/answers.ts";
import { findWriting } from "#lib/reflections/in-lessons/queries.ts";
import { saveWriting } from "#lib/reflections/in-lessons/save-writing.ts";
import { shareWriting } from "#lib/reflections/in-lessons/share-writing.ts";
import { undoWithin } from "#lib/reflections/rules.ts";
import { takeBack, undoTakingBack } from "#lib/reflections/take-back.ts";
import { NotFound } from "#lib/refusal.ts";
import { aJourney } from "#tests/support/lessons.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { listShown } from "#tests/support/path.ts";
import { aClient, aCoach, type Client, type Coach } from "#tests/support/people.ts";
import { aNextVersion, findLessonToWriteIn, written } from "#tests/support/writing.ts";

const database = onFreshDatabase();
const now = Date.parse("2026-06-01T10:00:00Z");
const later = now + 60_000;
const question = "scared";

let lesson: Awaited<ReturnType<typeof findLessonToWriteIn>>;
beforeAll(async () => {
  await ensureCourse(database.url, now);
  lesson = await findLessonToWriteIn();
});

async function aCouple() {
  const [coach, jonas, ute] = [
    await aCoach({ name: "Sol" }),
    await aClient({ name: "Jonas" }),
    await aClient({ name: "Ute" }),
  ];
  const journey = await aJourney(coach, "couple", jonas, ute);
  return { coach, jonas, ute, journey };
}

type Person = { id: string };

const share = (
  author: Client,
  reader: Person,
  words: string,
  { revision = 0, block = question, at = now } = {},
) => {
  const answers: Answers = block === "draw-the-loop" ? { happened: words } : { words };
  return shareWriting(
    author,
    { ...written(author, lesson, block, answers, revision), reader: reader.id },
    at,
  );
};
const readsOf = async (reader: Client) => (await findWriting(reader, lesson, later)).shown[question];
const coachReads = async (coach: Coach, author: Client) =>
  (await listShown(coach, author.id)).map(({ answers }) => answers.map(({ words }) => words).join());
const sharesOf = async (author: Client, block = question, at = later) =>
  (await findWriting(author, lesson, at)).written[block]?.shares;
const leave = (journey: string, { id }: Person) =>
  asSystem("a test parts a couple", (tx) =>
    tx
      .update(journeyMembers)
      .set({ leftAt: now })
      .where(and(eq(journeyMembers.journeyId, journey), eq(journeyMembers.clientId, id))),
  );

describe("who reads what a client wrote", () => {
  // The rows of the matrix of who sees what: a journal and an answer to a shared question, each for itself.
  test.each([
    ["ceiling", "nobody", [], []],
    ["ceiling", "coach", [], ["Words."]],
    ["draw-the-loop", "coach", [], ["Words."]],
    [question, "nobody", [], []],
    [question, "partner", [{ name: "Jonas", words: "Words." }], []],
    [question, "coach", [], ["Words."]],
  ] as const)("%s, shown to %s", async (block, to, partnerSees, coachSees) => {
    const { coach, jonas, ute } = await aCouple();
    const fields: Answers = block === "draw-the-loop" ? { happened: "Words." } : { words: "Words." };
    await saveWriting(jonas, written(jonas, lesson, block, fields), now);
    if (to !== "nobody") await share(jonas, to === "coach" ? coach : ute, "Words.", { block, revision: 1 });
    const uteReads = await findWriting(ute, lesson, later);
    expect(uteReads.shown[block] ?? []).toEqual(partnerSees);
    expect(uteReads.written).toEqual({});
    expect(await coachReads(coach, jonas)).toEqual(coachSees);
    const [stranger, otherCoach] = [await aClient(), await aCoach()];
    expect((await findWriting(stranger, lesson, later)).shown).toEqual({});
    expect(await coachReads(otherCoach, jonas)).toEqual([]);
  });

  test("what a partner shows stays to be read where the lesson asks it no more, and ends when they take it back", async () => {
    const { jonas, ute } = await aCouple();
    const { shareId } = await share(jonas, ute, "Words.");
    lesson = await aNextVersion(lesson, (body) => body.replace("{#scared}", "{#afraid}"));
    const reads = async () => (await findWriting(ute, lesson, later)).shownEarlier;
    expect(await reads()).toMatchObject([{ name: "Jonas", block: "scared", answers: [{ words: "Words." }] }]);
    await takeBack(jonas, shareId, later);
    expect(await reads()).toEqual([]);
    lesson = await aNextVersion(lesson, (body) => body.replace("{#afraid}", "{#scared}"));
  });

  test("a partner is never shown a journal, an exercise, or a question that is for the coach", async () => {
    const { jonas, ute } = await aCouple();
    for (const block of ["ceiling", "draw-the-loop"])
      await expect(share(jonas, ute, "Words.", { block })).rejects.toThrow(NotFound);
    lesson = await aNextVersion(lesson, (body) => body.replace("{#scared}", "{#scared with=coach}"));
    await expect(share(jonas, ute, "Words.")).rejects.toThrow(NotFound);
    lesson = await aNextVersion(lesson, (body) => body.replace("{#scared with=coach}", "{#scared}"));
    await expect(share(jonas, ute, "Words.")).resolves.toMatchObject({ revision: 1 });
  });

  test("nobody else can be chosen: another client, another coach, oneself, one who left", async () => {
    const { jonas, ute, journey } = await aCouple();
    for (const reader of [await aClient(), await aCoach(), jonas])
      await expect(share(jonas, reader, "Words.")).rejects.toThrow(NotFound);
    await leave(journey, ute);
    await expect(share(jonas, ute, "Words.")).rejects.toThrow(NotFound);
  });

  test("a client with two coaches chooses which", async () => {
    const { coach, jonas } = await aCouple();
    const other = await aCoach({ name: "Kim" });
    await aJourney(other, "individual", jonas);
    const { readers } = await findWriting(jonas, lesson, later);
    expect(readers.map(({ name, as }) => `${as} ${name}`).sort()).toEqual([
      "coach Kim",
      "coach Sol",
      "partner Ute",
    ]);
    await share(jonas, other, "For Kim.");
    expect(await coachReads(other, jonas)).toEqual(["For Kim."]);
    expect(await coachReads(coach, jonas)).toEqual([]);
  });

  test("the row policies say the same beneath the WHERE, and keys are nobody's to read", async () => {
    const { coach, jonas, ute } = await aCouple();
    await share(jonas, coach, "For Sol.");
    const rowsFor = (viewer: Person) =>
      asViewer(viewer, async (tx) => ({
        reflections: await tx.$count(reflections, eq(reflections.authorId, jonas.id)),
        shares: await tx.$count(reflectionShares, eq(reflectionShares.authorId, jonas.id)),
      }));
    expect(await rowsFor(jonas)).toEqual({ reflections: 1, shares: 1 });
    expect(await rowsFor(coach)).toEqual({ reflections: 0, shares: 1 });
    expect(await rowsFor(ute)).toEqual({ reflections: 0, shares: 0 });
    for (const viewer of [jonas, coach, ute])
      await expect(asViewer(viewer, (tx) => tx.select().from(clientKeys))).rejects.toMatchObject({
        code: "42501",
      });
  });
});

describe("a copy of the words", () => {
  test("stays as it stood, until its author shows the newer ones", async () => {
    const { coach, jonas } = await aCouple();
    await share(jonas, coach, "As it stood.");
    await saveWriting(jonas, written(jonas, lesson, question, { words: "Later." }, 1), later);
    expect(await coachReads(coach, jonas)).toEqual(["As it stood."]);
    expect(await sharesOf(jonas)).toMatchObject([{ sharedAt: now, isNewest: false, isTakenBack: false }]);
    await share(jonas, coach, "Later.", { revision: 2, at: later });
    expect(await coachReads(coach, jonas)).toEqual(["Later."]);
    expect(await sharesOf(jonas)).toMatchObject([{ sharedAt: later, isNewest: true, isTakenBack: false }]);
  });

  test("stays when the words are cleared, and can still be taken back", async () => {
    const { coach, jonas } = await aCouple();
    const { shareId } = await share(jonas, coach, "As it stood.");
    await saveWriting(jonas, written(jonas, lesson, question, { words: "" }, 1), later);
    expect(await coachReads(coach, jonas)).toEqual(["As it stood."]);
    await takeBack(jonas, shareId, later);
    expect(await coachReads(coach, jonas)).toEqual([]);
  });

  test("is made once, however often and from wherever it is asked for", async () => {
    const { coach, jonas } = await aCouple();
    await saveWriting(jonas, written(jonas, lesson, question, { words: "Once." }), now);
    const all = await Promise.all([1, 2, 3].map(() => share(jonas, coach, "Once.", { revision: 1 })));
    expect(new Set(all.map(({ shareId }) => shareId)).size).toBe(1);
    expect(await coachReads(coach, jonas)).toEqual(["Once."]);
  });

  test("of nothing is not made", async () => {
    const { coach, jonas } = await aCouple();
    await expect(share(jonas, coach, " ")).rejects.toMatchObject({ code: "nothing_written", status: 422 });
  });

  test("of words that another device wrote meanwhile is not made unseen", async () => {
    const { coach, jonas } = await aCouple();
    await saveWriting(jonas, written(jonas, lesson, question, { words: "From the phone." }), now);
    await expect(share(jonas, coach, "From the desk.")).rejects.toMatchObject({ code: "written_elsewhere" });
    expect(await coachReads(coach, jonas)).toEqual([]);
  });
});

describe("taking words back", () => {
  test("ends it for that reader alone, and undo brings the same copy back", async () => {
    const { coach, jonas, ute } = await aCouple();
    const { shareId } = await share(jonas, ute, "For both.");
    await share(jonas, coach, "For both.", { revision: 1 });
    await takeBack(jonas, shareId, later);
    expect(await readsOf(ute)).toBeUndefined();
    expect(await coachReads(coach, jonas)).toEqual(["For both."]);
    expect((await sharesOf(jonas))?.find(({ id }) => id === shareId)).toMatchObject({ isTakenBack: true });
    await takeBack(jonas, shareId, later);
    await undoTakingBack(jonas, shareId, later + 1_000);
    expect(await readsOf(ute)).toEqual([{ name: "Jonas", words: "For both." }]);
    await undoTakingBack(jonas, shareId, later + 2_000);
  });

  test("cannot be undone for ever, nor beside newer words that are shown", async () => {
    const { coach, jonas } = await aCouple();
    const { shareId } = await share(jonas, coach, "First.");
    await takeBack(jonas, shareId, now);
    const tooLate = { code: "too_late", status: 409 };
    await expect(undoTakingBack(jonas, shareId, now + undoWithin + 1)).rejects.toMatchObject(tooLate);
    expect(await sharesOf(jonas, question, now + undoWithin + 1)).toEqual([]);
    await share(jonas, coach, "Second.", { revision: 1 });
    await expect(undoTakingBack(jonas, shareId, later)).rejects.toMatchObject(tooLate);
    expect(await coachReads(coach, jonas)).toEqual(["Second."]);
  });

  test("is its author's alone", async () => {
    const { coach, jonas, ute } = await aCouple();
    const { shareId } = await share(jonas, ute, "Mine.");
    for (const act of [takeBack, undoTakingBack]) {
      await expect(act(ute, shareId, later)).rejects.toThrow(NotFound);
      await expect(act(await aClient(), shareId, later)).rejects.toThrow(NotFound);
      await expect(act(jonas, crypto.randomUUID(), later)).rejects.toThrow(NotFound);
    }
    expect(await readsOf(ute)).toEqual([{ name: "Jonas", words: "Mine." }]);
    expect(await coachReads(coach, jonas)).toEqual([]);
  });
});

describe("when one of a couple leaves", () => {
  test.each(["who wrote", "who reads"])(
    "shares to the partner end at once, be it the one %s",
    async (who) => {
      const { coach, jonas, ute, journey } = await aCouple();
      const { shareId } = await share(jonas, ute, "For Ute.");
      await share(jonas, coach, "For Ute.", { revision: 1 });
      // The twin: until then she reads it.
      expect(await readsOf(ute)).toEqual([{ name: "Jonas", words: "For Ute." }]);
      await leave(journey, who === "who wrote" ? jonas : ute);
      expect(await readsOf(ute)).toBeUndefined();
      expect(await coachReads(coach, jonas)).toEqual(["For Ute."]);
      const { written: own, readers } = await findWriting(jonas, lesson, later);
      expect(own[question]?.answers).toEqual({ words: "For Ute." });
      expect(readers.map(({ as }) => as)).toEqual(["coach"]);
      await expect(undoTakingBack(jonas, shareId, later)).resolves.toBeUndefined();
      await takeBack(jonas, shareId, later);
      await expect(undoTakingBack(jonas, shareId, later)).rejects.toThrow(NotFound);
    },
  );
});
