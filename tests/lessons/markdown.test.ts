import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block } from "#lib/lessons/markdown/blocks.ts";
import { proseHtml } from "#lib/lessons/markdown/prose.ts";
import { readLesson } from "#lib/lessons/markdown/read-lesson.ts";
import { writeLesson } from "#lib/lessons/markdown/write-lesson.ts";
import { readShippedCourse } from "#lib/lessons/shipped-course.ts";

const idea = (markdown: string) => readLesson(`:::idea\n${markdown}\n:::\n`).blocks[0];
const htmlOf = (markdown: string) => {
  const block = idea(markdown);
  return block && "prose" in block ? proseHtml(block.prose) : undefined;
};

describe("a lesson as Markdown", () => {
  test("the shipped lessons are read without a fault, and written back as the same blocks", async () => {
    for (const { body, slug } of (await readShippedCourse()).lessons) {
      const { blocks, problems } = readLesson(body);
      expect(problems, slug).toEqual([]);
      expect(plain(readLesson(writeLesson(blocks)).blocks), slug).toEqual(plain(blocks));
    }
  });

  test("whatever somebody types in a block is still those words after it was written and read", () => {
    const words = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 60 })
      .map((text) => text.replace(/[\s\p{Cc}]+/gu, " ").trim())
      .filter((text) => text !== "");
    fc.assert(
      fc.property(words, words, words, (said, label, hint) => {
        const blocks: Block[] = [
          {
            type: "exercise",
            id: "it",
            title: label,
            prose: [{ type: "paragraph", children: [{ type: "text", value: said }] }],
            fields: [{ id: "one", label, hint }],
          },
        ];
        const { blocks: read, problems } = readLesson(writeLesson(blocks));
        expect(problems).toEqual([]);
        expect(plain(read)).toEqual(plain(blocks));
      }),
      { numRuns: 500 },
    );
  });

  test("what is not in a block, or is no block, is told with its line", () => {
    expect(readLesson("Hello\n\n:::idea\nYes\n:::\n\n:::song\nNo\n:::\n")).toMatchObject({
      blocks: [{ type: "idea" }],
      problems: [{ line: 1 }, { line: 7, sentence: "There is no block called song." }],
    });
  });

  test("a word with a colon in it stays a word", () => {
    expect(htmlOf("Come at eight:thirty, or a:b")).toBe("<p>Come at eight:thirty, or a:b</p>");
  });

  test("a colon before a letter that is not English stays, and what comes after it", () => {
    const said = "so :été{x=y} and :é[a]";
    const blocks: Block[] = [
      { type: "idea", prose: [{ type: "paragraph", children: [{ type: "text", value: said }] }] },
    ];
    expect(plain(readLesson(writeLesson(blocks)).blocks)).toEqual(plain(blocks));
  });

  test("of HTML, pictures and strange links only the words are left", () => {
    expect(htmlOf("a <b onclick=x>bold</b> ![face](https://example.org/x.png)")).toBe(
      "<p>a &#x3C;b onclick=x>bold&#x3C;/b> face</p>",
    );
    expect(htmlOf("[go](javascript:alert(1))")).toBe("<p><a>go</a></p>");
    expect(htmlOf("[go](https://example.org/)")).toBe(
      '<p><a href="https://example.org/" rel="noreferrer">go</a></p>',
    );
  });
});

/** Without where in the file it stood. */
function plain(blocks: readonly Block[]): unknown {
  return JSON.parse(
    JSON.stringify(blocks, (key, value) => (key === "position" || key === "data" ? undefined : value)),
  );
}
