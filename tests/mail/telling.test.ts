import { expect, test } from "vitest";
import { tellingWords } from "#lib/mail/telling.ts";

test("the words that tell a bystander something are named as they stand there, each once", () => {
  expect(tellingWords("Before the Integration talk, your trip’s photos. The Integration talk!")).toEqual([
    "Integration",
    "trip’s",
  ]);
  expect(tellingWords("A **psychedelic-assisted** day")).toEqual(["psychedelic-assisted"]);
});

test("everyday words are not", () => {
  expect(
    tellingWords("Please ring twice. Bring tea, and be gentle on the stairs: stripes are paint."),
  ).toEqual([]);
  expect(tellingWords("")).toEqual([]);
});
