import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { motifFrom } from "#lib/lessons/authoring/motif.ts";
import { slugFrom, slugsLike } from "#lib/lessons/authoring/slug.ts";
import { motifInput } from "#lib/lessons/course-files.ts";

const titles = fc.string({ unit: "grapheme", maxLength: 120 });

describe("the lines of a new lesson", () => {
  test("never touch, whatever its title, and are the same each time", () => {
    fc.assert(
      fc.property(titles, (title) => {
        expect(motifInput.safeParse(motifFrom(title)).success).toBe(true);
        expect(motifFrom(title)).toEqual(motifFrom(title));
      }),
      { numRuns: 2_000 },
    );
  });

  test("are others for another title, and would be refused where they touch", () => {
    expect(motifFrom("Two Whole People")).not.toEqual(motifFrom("Ask Out Loud"));
    const { near } = motifFrom("Two Whole People");
    expect(motifInput.safeParse({ near, far: near }).success).toBe(false);
  });
});

describe("the address of a new lesson", () => {
  test.each([
    ["Two Whole People", "two-whole-people"],
    ["  Small, Clear & Kind! ", "small-clear-kind"],
    ["What’s ours", "whats-ours"],
    ["Quédate un poco más", "quedate-un-poco-mas"],
    ["Before your guidance: a preparation", "before-your-a"],
    ["一緒に", "lesson"],
    ["Psychedelics", "lesson"],
    ["x".repeat(120), "x".repeat(48)],
    [`${"word ".repeat(30)}`, "word-word-word-word-word-word-word-word-word"],
  ])("%s", (title, slug) => {
    expect(slugFrom(title, "lesson")).toBe(slug);
  });

  test("is always one that can be kept, whatever the title", () => {
    fc.assert(
      fc.property(titles, (title) => {
        const slug = slugFrom(title, "lesson");
        expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(slug.length).toBeLessThanOrEqual(48);
      }),
    );
  });

  test("gets a number where it is taken", () => {
    const [first, second, third] = slugsLike("pause");
    expect([first, second, third]).toEqual(["pause", "pause-2", "pause-3"]);
  });
});
