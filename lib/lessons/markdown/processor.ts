import type { Root } from "mdast";
import remarkDirective from "remark-directive";
import remarkParse from "remark-parse";
import remarkStringify from "remark-stringify";
import { unified } from "unified";

const reader = unified().use(remarkParse).use(remarkDirective).freeze();
// The writer takes the label of a directive for plain text; the reader does not.
const inLabels = Array.from("\\*_`&<[]!:", (character) => ({
  character,
  inConstruct: ["containerDirectiveLabel" as const, "leafDirectiveLabel" as const],
}));
// Within a word it is left alone otherwise, also beside a letter that is then written as a number.
const underscores = { character: "_", inConstruct: "phrasing" as const };
// The reader takes a colon before any letter for a directive, the writer before English ones only.
const colons = { character: ":", after: "[^\\0-\\x7f]", inConstruct: "phrasing" as const };
const writer = unified()
  .use(remarkStringify, {
    bullet: "-",
    emphasis: "*",
    rule: "-",
    fences: true,
    resourceLink: true,
    unsafe: [...inLabels, underscores, colons],
  })
  .use(remarkDirective)
  .freeze();

export function parseMarkdown(markdown: string): Root {
  return reader.parse(markdown);
}

export function printMarkdown(root: Root): string {
  return writer.stringify(root);
}
