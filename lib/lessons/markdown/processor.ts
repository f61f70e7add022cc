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
const writer = unified()
  .use(remarkStringify, {
    bullet: "-",
    emphasis: "*",
    rule: "-",
    fences: true,
    resourceLink: true,
    unsafe: inLabels,
  })
  .use(remarkDirective)
  .freeze();

export function parseMarkdown(markdown: string): Root {
  return reader.parse(markdown);
}

export function printMarkdown(root: Root): string {
  return writer.stringify(root);
}
