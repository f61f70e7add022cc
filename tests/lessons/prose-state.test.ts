import { LinkNode } from "@lexical/link";
import { ListItemNode, ListNode } from "@lexical/list";
import { QuoteNode } from "@lexical/rich-text";
import fc from "fast-check";
import { createEditor } from "lexical";
import { describe, expect, test } from "vitest";
import { blocksToEdit, bodyOf } from "#lib/lessons/authoring/edited-blocks.ts";
import {
  type ProseState,
  proseState,
  type StateBlock,
  type StateInline,
} from "#lib/lessons/authoring/prose-input.ts";
import { proseOf, stateOf } from "#lib/lessons/authoring/prose-state.ts";
import { readLesson } from "#lib/lessons/markdown/read-lesson.ts";
import { readShippedCourse } from "#lib/lessons/shipped-course.ts";

const words = fc
  .string({ unit: "grapheme", maxLength: 20 })
  .map((text) => text.replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, " "));
const text = fc.record({
  type: fc.constant("text" as const),
  text: words,
  format: fc.integer({ min: 0, max: 3 }),
});
const lineEnd = fc.constant({ type: "linebreak" as const });
const address = fc.constantFrom(
  "https://example.org/a?b=c&d=(e)",
  "mailto:sol@example.org",
  "/support",
  "tel:+351210000000",
);
const plainPart = fc.oneof({ arbitrary: text, weight: 4 }, { arbitrary: lineEnd, weight: 1 });
const link = fc.record({
  type: fc.constant("link" as const),
  url: address,
  children: fc.array(plainPart, { maxLength: 3 }),
});
const inline: fc.Arbitrary<StateInline[]> = fc.array(
  fc.oneof({ arbitrary: plainPart, weight: 4 }, { arbitrary: link, weight: 1 }),
  { maxLength: 5 },
);
const { list } = fc.letrec<{ list: Extract<StateBlock, { type: "list" }> }>((tie) => ({
  list: fc.record({
    type: fc.constant("list" as const),
    listType: fc.constantFrom("bullet" as const, "number" as const),
    start: fc.integer({ min: 0, max: 999 }),
    children: fc.array(
      fc.record({
        type: fc.constant("listitem" as const),
        children: fc.oneof(
          { maxDepth: 2 },
          { arbitrary: inline, weight: 4 },
          { arbitrary: fc.tuple(tie("list")), weight: 1 },
        ),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  }),
}));
const block: fc.Arbitrary<StateBlock> = fc.oneof(
  fc.record({ type: fc.constantFrom("paragraph" as const, "quote" as const), children: inline }),
  list,
);
const state: fc.Arbitrary<ProseState> = fc
  .array(block, { maxLength: 5 })
  .map((children) => ({ root: { type: "root" as const, children } }));

/** Where Markdown has nothing to say, as between two blanks, only the words count. */
const wordsIn = (one: unknown): string =>
  JSON.stringify(one, (key, value) => (key === "url" ? undefined : value))
    .match(/"(?:text|value)":"((?:[^"\\]|\\.)*)"/g)
    ?.join("")
    .replace(/"(?:text|value)":|"/g, "")
    .replace(/\s+/g, "") ?? "";

const throughMarkdown = (one: ProseState): ProseState => {
  const [block] = blocksToEdit(bodyOf([{ type: "idea", state: one }]));
  if (!block || !("state" in block)) throw new Error("The block is gone");
  return block.state;
};

describe("a lesson's text in the editor", () => {
  test("is the shipped lessons' very text: opened and saved untouched, each block is the same", async () => {
    for (const { body, slug } of (await readShippedCourse()).lessons)
      expect(plain(readLesson(bodyOf(blocksToEdit(body))).blocks), slug).toEqual(
        plain(readLesson(body).blocks),
      );
  });

  test("whatever is typed is there again after it went through Markdown", () => {
    fc.assert(
      fc.property(state, (typed) => {
        expect(wordsIn(throughMarkdown(typed))).toBe(wordsIn(typed));
      }),
      { numRuns: 500 },
    );
  });

  test("what went through Markdown once goes through it unchanged, marks, links, lists and all", () => {
    fc.assert(
      fc.property(state, (typed) => {
        const once = stateOf(proseOf(typed));
        expect(throughMarkdown(typed)).toEqual(once);
        expect(stateOf(proseOf(once))).toEqual(once);
      }),
      { numRuns: 500 },
    );
  });

  test("is what the editor itself makes of it", () => {
    fc.assert(
      fc.property(state, (typed) => {
        const editor = createEditor({ nodes: [ListNode, ListItemNode, LinkNode, QuoteNode] });
        const shown = stateOf(proseOf(typed));
        const given = JSON.parse(JSON.stringify(editor.parseEditorState(JSON.stringify(shown))));
        expect(proseState.parse(given)).toEqual(shown);
      }),
      { numRuns: 200 },
    );
  });

  test("marks go round as few words as they need to, and never round a blank at an end", () => {
    const said = (text: string, format = 0) => ({ type: "text" as const, text, format });
    const one: ProseState = {
      root: {
        type: "root",
        children: [
          {
            type: "paragraph",
            children: [said("so "), said(" very ", 1), said("calm", 3), said(" ", 1), said("here")],
          },
        ],
      },
    };
    expect(bodyOf([{ type: "idea", state: one }])).toBe(":::idea\nso  **very _calm_** here\n:::\n");
  });
});

describe("what comes from a browser", () => {
  const withPart = (part: object) => ({
    root: { type: "root", children: [{ type: "paragraph", children: [part] }] },
  });
  const linkTo = (url: string) => withPart({ type: "link", url, children: [] });
  const inLists = (depth: number): object =>
    depth === 0
      ? { type: "paragraph", children: [] }
      : {
          type: "list",
          listType: "bullet",
          children: [{ type: "listitem", children: [inLists(depth - 1)] }],
        };

  test.each([
    ["a picture", withPart({ type: "image", src: "https://example.org/x.png" })],
    ["a heading", { root: { type: "root", children: [{ type: "heading", tag: "h1", children: [] }] } }],
    ["a link to a script", linkTo("javascript:alert(1)")],
    ["a link to a script in capitals", linkTo("JaVaScRiPt:alert(1)")],
    ["a link to a page in a page", linkTo("data:text/html,hello")],
    ["a link that leaves by two slashes", linkTo("//example.org")],
    ["a link that leaves by a backslash", linkTo("/\\example.org")],
    ["a link with a blank", linkTo("https://example.org/a b")],
    ["half a sign", withPart({ type: "text", text: "\ud800" })],
    ["lists without an end", { root: { type: "root", children: [inLists(5_000)] } }],
    ["no text at all", {}],
    ["nothing", null],
  ])("is refused: %s", (_, sent) => {
    expect(proseState.safeParse(sent).success).toBe(false);
  });

  test.each([
    "https://example.org/",
    "http://example.org/a",
    "mailto:sol@example.org",
    "tel:+351",
    "/support",
  ])("may lead to %s", (url) => {
    expect(proseState.safeParse(linkTo(url)).success).toBe(true);
  });
});

/** Without where in the file it stood. */
function plain(blocks: unknown): unknown {
  return JSON.parse(
    JSON.stringify(blocks, (key, value) => (key === "position" || key === "data" ? undefined : value)),
  );
}
