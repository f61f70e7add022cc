import fc from "fast-check";
import { expect, test } from "vitest";
import { zipFolder } from "#lib/lessons/authoring/export.ts";
import { importCourse, lookInto } from "#lib/lessons/authoring/import/import.ts";

import { everything, onShippedCourse, shipped, shippedId, sol } from "./a-folder.ts";

const now = Date.parse("2026-12-01T10:00:00Z");
onShippedCourse(now);

test("a hundred folders that were tampered with: each is taken whole or refused in words, and a refused one changed nothing", async () => {
  const [names, whole] = [[...shipped.keys()], zipFolder(shipped)];
  const inText = fc.record({
    file: fc.constantFrom(...names),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat(40),
    put: fc.oneof(
      fc.string({ unit: "binary", maxLength: 8 }),
      fc.constantFrom(
        ":::",
        "---\n",
        "::field[",
        "&a ",
        "*a",
        "\0",
        "\uFEFF",
        "{#",
        "]",
        "title: x\n",
        "\n\n",
        "!!js/function ",
      ),
    ),
  });
  const textTampered = fc.array(inText, { minLength: 1, maxLength: 3 }).map((edits) => {
    const texts = new Map(shipped);
    for (const { file, at, cut, put } of edits) {
      const text = texts.get(file) ?? "";
      const place = Math.floor(at * text.length);
      texts.set(file, text.slice(0, place) + put + text.slice(place + cut));
    }
    return [{ name: "x.zip", bytes: zipFolder(texts) as Uint8Array }];
  });
  // Nothing is wrong with these, so that each run takes some.
  const added = fc.constantFrom(...names).map((file) => {
    const texts = new Map(shipped).set(file, `${shipped.get(file)}\n:::idea\nOne more thought.\n:::\n`);
    return [{ name: "x.zip", bytes: zipFolder(texts) as Uint8Array }];
  });
  const byte = fc.record({ at: fc.nat(whole.byteLength - 1), to: fc.nat(255) });
  const bytesTampered = fc.array(byte, { minLength: 1, maxLength: 6 }).map((edits) => {
    const bytes = whole.slice();
    for (const { at, to } of edits) bytes[at] = to;
    return [{ name: "x.zip", bytes }];
  });
  const outcomes = { taken: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(fc.oneof(textTampered, bytesTampered, added), async (sent) => {
      const before = await everything();
      try {
        const { plan, problems } = await lookInto(sol, sent, { courseId: shippedId });
        expect(await everything()).toBe(before);
        for (const { line, sentence } of problems)
          expect([line > 0, /\.$/.test(sentence)]).toEqual([true, true]);
        const replace = plan?.steps.map(({ key }) => key) ?? [];
        await importCourse(sol, sent, { courseId: shippedId, mark: plan?.mark ?? "", replace }, now);
        outcomes.taken += 1;
        if (replace.length > 0 && plan?.steps.some(({ does }) => does !== "nothing"))
          expect(await everything()).not.toBe(before);
      } catch (error) {
        expect(error).toMatchObject({ name: "Refusal" });
        expect(await everything()).toBe(before);
        outcomes.refused += 1;
      }
    }),
    { numRuns: 100 },
  );
  expect(Math.min(outcomes.taken, outcomes.refused)).toBeGreaterThan(10);
}, 60_000);
