import type { Element, Root as HtmlRoot } from "hast";
import type { PhrasingContent, RootContent } from "mdast";
import rehypeSanitize from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import type { Prose } from "./blocks.ts";

const marks = new Set(["text", "emphasis", "strong", "link", "break"]);
const parts = new Set(["paragraph", "list", "listItem", "blockquote"]);

/** Leaves of Markdown what a lesson's text may have. What else was written stays as its plain words. */
export function plainProse(nodes: readonly RootContent[]): Prose {
  return nodes.flatMap((node): Prose => {
    if (parts.has(node.type) && "children" in node)
      return [{ ...node, children: plainChildren(node.children) } as RootContent];
    if (node.type === "heading") return [{ type: "paragraph", children: plainMarks(node.children) }];
    if ("value" in node && node.value.trim())
      return [{ type: "paragraph", children: [{ type: "text", value: node.value }] }];
    return "children" in node ? plainProse(node.children as RootContent[]) : [];
  });
}

function plainChildren(nodes: readonly RootContent[]): RootContent[] {
  return nodes.every((node) => !marks.has(node.type) && !inline.has(node.type))
    ? plainProse(nodes)
    : plainMarks(nodes as PhrasingContent[]);
}

const inline = new Set([
  "inlineCode",
  "html",
  "image",
  "linkReference",
  "imageReference",
  "textDirective",
  "delete",
]);

function plainMarks(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === "text" || node.type === "break") return [node];
    if (node.type === "emphasis" || node.type === "strong" || node.type === "link")
      return [{ ...node, children: plainMarks(node.children) } as PhrasingContent];
    // "word:word" is a directive to the parser, and a word to whoever wrote it.
    if (node.type === "textDirective")
      return [{ type: "text", value: `:${node.name}` }, ...plainMarks(node.children)];
    if ("value" in node) return [{ type: "text", value: node.value }];
    if ("alt" in node) return node.alt ? [{ type: "text", value: node.alt }] : [];
    return "children" in node ? plainMarks(node.children) : [];
  });
}

const renderer = unified()
  .use(remarkRehype)
  .use(rehypeSanitize, {
    tagNames: ["p", "em", "strong", "a", "ul", "ol", "li", "blockquote", "br"],
    attributes: { a: ["href"], ol: ["start"] },
    protocols: { href: ["http", "https", "mailto", "tel"] },
    clobber: [],
    strip: ["script", "style"],
  })
  .use(() => leaveQuietly)
  .use(rehypeStringify)
  .freeze();

/** HTML of a lesson's text, with nothing in it but paragraphs, lists, quotes, emphasis and links. */
export function proseHtml(prose: Prose): string {
  const tree = renderer.runSync({ type: "root", children: prose });
  return renderer.stringify(tree as HtmlRoot);
}

/** The place that a link leads to does not hear from where. */
function leaveQuietly(tree: HtmlRoot): void {
  const walk = (nodes: HtmlRoot["children"] | Element["children"]) => {
    for (const node of nodes) {
      if (node.type !== "element") continue;
      if (node.tagName === "a" && /^https?:/.test(String(node.properties.href ?? "")))
        node.properties.rel = ["noreferrer"];
      walk(node.children);
    }
  };
  walk(tree.children);
}
