import type { PhrasingContent } from "mdast";
import { keptAddress } from "./link-address.ts";
import type { StateInline } from "./prose-input.ts";

/** A stretch of words that look alike; "\n" alone is a line's end. `link` is one and the same object for one link. */
export type Leaf = { text: string; isBold: boolean; isItalic: boolean; link?: { url: string } };

const bold = 1;
const italic = 2;

/** The editor's stretches of words, each with all its marks, of Markdown's marks around marks. */
export function leavesOf(nodes: readonly PhrasingContent[], format = 0): StateInline[] {
  const leaves: StateInline[] = [];
  for (const leaf of splitUp(nodes, format)) {
    const last = leaves.at(-1);
    if (last?.type === "text" && leaf.type === "text" && last.format === leaf.format) last.text += leaf.text;
    else leaves.push(leaf);
  }
  return leaves;
}

function splitUp(nodes: readonly PhrasingContent[], format: number): StateInline[] {
  return nodes.flatMap((node): StateInline[] => {
    switch (node.type) {
      case "text":
        return [{ type: "text", text: node.value.replace(/\s*\n\s*/g, " "), format }];
      case "break":
        return [{ type: "linebreak" }];
      case "strong":
        return splitUp(node.children, format | bold);
      case "emphasis":
        return splitUp(node.children, format | italic);
      case "link": {
        const children = leavesOf(node.children, format).filter((one) => one.type !== "link");
        return keptAddress.test(node.url) ? [{ type: "link", url: node.url, children }] : children;
      }
      default:
        return [];
    }
  });
}

type Mark = "strong" | "emphasis" | "link";

/** The paragraphs of these words, each with Markdown's marks around marks. An empty line parts two. */
export function paragraphsOf(leaves: readonly Leaf[]): PhrasingContent[][] {
  const paragraphs: Leaf[][] = [[]];
  for (const { isBlank, parts } of runsOf(leaves)) {
    const ends = parts.filter(({ text }) => text === "\n");
    if (ends.length > 1) paragraphs.push([]);
    else paragraphs.at(-1)?.push(...(isBlank && ends.length === 1 ? ends : parts));
  }
  return paragraphs
    .map((paragraph) => wrap(withLooseBlanks(trimmed(paragraph)), ["strong", "emphasis", "link"]))
    .filter((children) => children.length > 0);
}

/** Words and blanks by turns. */
function runsOf(leaves: readonly Leaf[]): { isBlank: boolean; parts: Leaf[] }[] {
  const runs: { isBlank: boolean; parts: Leaf[] }[] = [];
  for (const { text, ...marks } of leaves)
    for (const part of text.split(/(?<=^[ \t]+)(?=[^ \t])|(?<=[^ \t])(?=[ \t]+$)/)) {
      if (part === "") continue;
      const leaf = { ...marks, text: part };
      const last = runs.at(-1);
      if (last?.isBlank === isBlank(leaf)) last.parts.push(leaf);
      else runs.push({ isBlank: isBlank(leaf), parts: [leaf] });
    }
  return runs;
}

/** The mark that reaches furthest from where we stand goes round the others. */
function wrap(leaves: readonly Leaf[], marks: readonly Mark[]): PhrasingContent[] {
  const made: PhrasingContent[] = [];
  for (let at = 0; at < leaves.length; ) {
    let [best, length]: [Mark | undefined, number] = [undefined, 0];
    for (const mark of marks) {
      const reach = reachOf(leaves, at, mark, marks.includes("link"));
      if (reach > length) [best, length] = [mark, reach];
    }
    const leaf = leaves[at];
    if (best === undefined) {
      if (leaf) addPlain(made, leaf.text);
      at += 1;
      continue;
    }
    const others = marks.filter((mark) => mark !== best);
    const children = wrap(leaves.slice(at, at + length), others);
    if (best === "link") made.push({ type: "link", title: null, url: leaf?.link?.url ?? "", children });
    else made.push({ type: best, children });
    at += length;
  }
  return made;
}

function addPlain(made: PhrasingContent[], text: string): void {
  const last = made.at(-1);
  if (text === "\n") made.push({ type: "break" });
  else if (last?.type === "text") last.value += text;
  else if (text !== "") made.push({ type: "text", value: text });
}

function reachOf(leaves: readonly Leaf[], from: number, mark: Mark, isWholeLinks: boolean): number {
  const first = leaves[from];
  const bears = (leaf: Leaf) => {
    if (mark === "link") return leaf.link !== undefined && leaf.link === first?.link;
    return mark === "strong" ? leaf.isBold : leaf.isItalic;
  };
  const end = leaves.findIndex((leaf, index) => index >= from && !bears(leaf));
  let to = end === -1 ? leaves.length : end;
  if (mark === "link") return to - from;
  if (!isWholeLinks) return withoutBlanks(leaves, from, to) - from;
  // No mark ends within a link that it began outside of.
  const cut = leaves[to]?.link;
  while (cut && to > from && leaves[to - 1]?.link === cut) to -= 1;
  return withoutBlanks(leaves, from, to) - from;
}

function trimmed(leaves: readonly Leaf[]): Leaf[] {
  const isWord = (leaf: Leaf) => !isBlank(leaf);
  const [from, to] = [leaves.findIndex(isWord), leaves.findLastIndex(isWord)];
  return from === -1 ? [] : leaves.slice(from, to + 1);
}

const isBlank = (leaf: Leaf | undefined) => leaf !== undefined && !/[^ \t\n]/.test(leaf.text);

function withoutBlanks(leaves: readonly Leaf[], from: number, to: number): number {
  if (isBlank(leaves[from])) return from;
  let end = to;
  while (end > from && isBlank(leaves[end - 1])) end -= 1;
  return end;
}

/** A mark begins and ends with a word, never with a blank: Markdown has no other way to say it. */
function withLooseBlanks(leaves: readonly Leaf[]): Leaf[] {
  return leaves.map((leaf, index) => {
    if (!isBlank(leaf)) return leaf;
    const before = leaves.slice(0, index).findLast((one) => !isBlank(one));
    const after = leaves.slice(index + 1).find((one) => !isBlank(one));
    const both = (mark: "isBold" | "isItalic") => Boolean(before?.[mark] && after?.[mark]);
    const isMarked = leaf.text === "\n" || leaf.isBold || leaf.isItalic;
    return { ...leaf, isBold: isMarked && both("isBold"), isItalic: isMarked && both("isItalic") };
  });
}
