import { beforeAll, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { ensureQuestions } from "#lib/questions/shipped-sets.ts";
import { findAsked } from "#lib/reflections/asked/queries.ts";
import { showPartner } from "#lib/reflections/asked/show-partner.ts";
import { answered, aSharedReflection, calmAnswers } from "#tests/support/asked.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient } from "#tests/support/people.ts";
import { aSession, flagsOf, later, now } from "./shared-scene.ts";

const database = onFreshDatabase();
beforeAll(() => ensureQuestions(database.url, now));

const canary = "canary-77e0-of-an-evening";

/** What stands in every row of these tables, as text and as the database prints bytes. */
const printed = (...tables: string[]) =>
  asSystem("a test reads every row", async (tx) => {
    const all: string[] = [];
    for (const table of tables) {
      const rows = await tx.execute<{ text: string }>(`select t::text as text from ${table} t`);
      all.push(...rows.map(({ text }) => text));
    }
    return all.join("\n");
  });
const places = ["reflections", "reflection_shares", "flags", "audit_log", "messages", "client_keys"];

test("neither words nor what was chosen, nor which question is marked, stands in clear", async () => {
  const { ada, about } = await aSession("couple");
  const worrying = { ...calmAnswers.couple, valued: canary, free_to_speak: "alone_first" };
  await aSharedReflection(ada, about, worrying);
  await showPartner(ada, { ...(await answered(ada, about, {})), questions: ["valued"] }, later);
  expect(await flagsOf(ada)).toMatchObject([{ question: "free_to_speak" }]);
  const all = await printed(...places);
  for (const words of [canary, "alone_first", "free_to_speak"]) {
    expect(all).not.toContain(words);
    expect(all).not.toContain(Buffer.from(words).toString("hex"));
  }
  // The twins: it opens for its author, and the search finds what does stand in clear.
  expect((await findAsked(ada, about, later)).answers).toEqual(worrying);
  await aClient({ name: canary });
  expect(await printed(...places, "users")).toContain(canary);
});
