import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { clientKeys, reflections } from "#db/schema/index.ts";
import { ensureCourse } from "#lib/lessons/shipped-course.ts";
import { findWriting } from "#lib/reflections/in-lessons/queries.ts";
import { saveWriting } from "#lib/reflections/in-lessons/save-writing.ts";
import { shareWriting } from "#lib/reflections/in-lessons/share-writing.ts";
import { CannotUnseal } from "#lib/sealed/seal.ts";
import { aJourney } from "#tests/support/lessons.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach } from "#tests/support/people.ts";
import { findLessonToWriteIn, written } from "#tests/support/writing.ts";

const database = onFreshDatabase();
const now = Date.parse("2026-12-01T10:00:00Z");
const later = now + 60_000;

let lesson: Awaited<ReturnType<typeof findLessonToWriteIn>>;
beforeAll(async () => {
  await ensureCourse(database.url, now);
  lesson = await findLessonToWriteIn();
});

describe("at rest", () => {
  const canary = "canary-4c1f-of-a-sunday";

  test("nothing anybody wrote stands in clear in any table", async () => {
    const [ada, coach] = [await aClient(), await aCoach()];
    await aJourney(coach, "individual", ada);
    const loop = written(ada, lesson, "draw-the-loop", { happened: canary });
    await saveWriting(ada, loop, now);
    await shareWriting(ada, { ...loop, revision: 1, reader: coach.id }, now);
    expect(await tablesWith(canary)).toEqual([]);
    // The twin: the search finds what does stand in clear, a name for one.
    await aClient({ name: canary });
    expect(await tablesWith(canary)).toEqual(["users"]);
  });

  test("what was sealed opens in its own row, of its own client, and nowhere else", async () => {
    const [ada, ben] = [await aClient(), await aClient()];
    const first = "draw-the-loop";
    await saveWriting(ada, written(ada, lesson, first, { happened: "Ada's" }), now);
    await saveWriting(ada, written(ada, lesson, "scared", { words: "Also Ada's" }), now);
    await saveWriting(ben, written(ben, lesson, first, { happened: "Ben's" }), now);
    const rows = await asSystem("a test looks", (tx) => tx.select().from(reflections));
    const rowOf = (authorId: string, block: string) => {
      const row = rows.find((one) => one.authorId === authorId && one.block === block);
      if (!row) throw new Error("no row");
      return row;
    };
    const put = (id: string, answers: Buffer) =>
      asSystem("a test moves it", (tx) =>
        tx.update(reflections).set({ answers }).where(eq(reflections.id, id)),
      );
    const [mine, alsoMine, bens] = [rowOf(ada.id, first), rowOf(ada.id, "scared"), rowOf(ben.id, first)];
    for (const foreign of [alsoMine.answers, bens.answers]) {
      await put(mine.id, foreign);
      await expect(findWriting(ada, lesson, later)).rejects.toThrow(CannotUnseal);
    }
    // Not with the other one's key and all either.
    const keyOf = async (id: string) => {
      const [row] = await asSystem("a test looks", (tx) =>
        tx.select().from(clientKeys).where(eq(clientKeys.clientId, id)),
      );
      return row?.wrapped ?? Buffer.alloc(0);
    };
    const [own, other] = [await keyOf(ada.id), await keyOf(ben.id)];
    const putKey = (wrapped: Buffer) =>
      asSystem("a test moves a key", (tx) =>
        tx.update(clientKeys).set({ wrapped }).where(eq(clientKeys.clientId, ada.id)),
      );
    await putKey(other);
    await expect(findWriting(ada, lesson, later)).rejects.toThrow(CannotUnseal);
    // The twin: put back, it opens.
    await putKey(own);
    await put(mine.id, mine.answers);
    const { written: again } = await findWriting(ada, lesson, later);
    expect(again[first]?.answers).toEqual({ happened: "Ada's" });
  });
});

async function tablesWith(words: string): Promise<string[]> {
  return asSystem("a test searches every row of every table", async (tx) => {
    const tables = await tx.execute<{ name: string; place: string }>(
      `select tablename as name, format('%I.%I', schemaname, tablename) as place from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    const hex = Buffer.from(words).toString("hex");
    const found: string[] = [];
    for (const { name, place } of tables) {
      const rows = await tx.execute<{ text: string }>(`select t::text as text from ${place} t`);
      if (rows.some(({ text }) => text.includes(words) || text.includes(hex))) found.push(name);
    }
    return found;
  });
}
