import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { screening } from "#lib/questions/shipped/screening.ts";
import { checkout } from "#lib/running/install.mjs";
import { moveWords, nothingMarked, standingWords, stateWords } from "#lib/screening/words.ts";

const verdict = /\b(cleared|safe|eligible|approved|pass|passed|fail|failed|scores?)\b/i;

const folders = ["lib/screening", "app/(asked)/questions", "app/coach/clients/[id]/screening"];

test("nothing that is said of somebody's health is a verdict", () => {
  const standing = { screeningId: "one", sharedAt: 1, expiresAt: 2 };
  const all = (Object.keys(stateWords) as (keyof typeof stateWords)[]).flatMap((state) =>
    (["age", "change"] as const).map((because) => standingWords({ ...standing, state, because }, "Sol")),
  );
  const copy = [...all, JSON.stringify({ stateWords, moveWords, nothingMarked, screening })];
  for (const words of copy) expect(words).not.toMatch(verdict);
  for (const folder of folders)
    for (const file of readdirSync(join(checkout, folder)))
      expect(readFileSync(join(checkout, folder, file), "utf8"), file).not.toMatch(verdict);
});

test("the check finds a verdict where there is one", () => {
  for (const words of ["You are cleared", "safe to go", "a pass", "Score: 3"]) expect(words).toMatch(verdict);
});

test("whoever is told not at this time is told what stays open", () => {
  const standing = { screeningId: "one", sharedAt: 1, expiresAt: 2, because: null };
  expect(standingWords({ ...standing, state: "coach_not_at_this_time" }, "Sergio")).toBe(
    "Sergio has suggested not going ahead with a guidance session at this time. Preparation talks, integration and the lessons stay open to you.",
  );
});
