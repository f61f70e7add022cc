import { Lexer, type MarkedToken, type Token, Tokenizer, type Tokens } from "marked";
import { Fragment, type ReactNode } from "react";
import { Link, Section } from "react-email";
import { look } from "./look.ts";
import { Aside, Words } from "./parts.tsx";

export type Passage = {
  /** Markdown: paragraphs, emphasis, lists, and links to https. Whatever else is in it stands there as it was typed. */
  words: string;
  /** Whose own words they are. Left out: those that come with the portal. */
  from?: string;
};

/** A few sentences between the first line of a letter and its facts. */
export function OwnWords({ words, from }: Passage) {
  const blocks = read(words);
  if (blocks.length === 0) return null;
  if (!from) return blocks.map(block);
  return (
    <Section className="m-own" style={look.own}>
      <Aside>From {from}:</Aside>
      {blocks.map(block)}
    </Section>
  );
}

// What a letter has no place for is not even read as such: it stays text, and React escapes that.
const unread = [
  ...(["code", "fences", "codespan", "heading", "lheading", "hr", "blockquote", "table"] as const),
  ...(["html", "tag", "def", "reflink", "del"] as const),
];

class FewSigns extends Tokenizer {
  constructor() {
    super();
    for (const sign of unread) this[sign] = () => undefined;
  }
}

function read(words: string): Token[] {
  const lexer = new Lexer({ gfm: true, breaks: true, tokenizer: new FewSigns() });
  return lexer.lex(words).filter(isSaid);
}

function isSaid({ type }: Token): boolean {
  return type !== "space";
}

function block(token: Token, index: number): ReactNode {
  if (token.type === "list") return <Items key={index} list={token as Tokens.List} />;
  return <Words key={index}>{inline(token)}</Words>;
}

function Items({ list }: { list: Tokens.List }) {
  const items = list.items.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: written once and never changed
    <li key={index} className="m-ink" style={look.item}>
      {item.tokens.filter(isSaid).map(within)}
    </li>
  ));
  return list.ordered ? (
    <ol style={look.items} start={Number(list.start) || 1}>
      {items}
    </ol>
  ) : (
    <ul style={look.items}>{items}</ul>
  );
}

/** A part of an item of a list: a line, or a list of its own. */
function within(token: Token, index: number): ReactNode {
  if (token.type === "list") return <Items key={index} list={token as Tokens.List} />;
  return (
    <Fragment key={index}>
      {index > 0 && <br />}
      {inline(token)}
    </Fragment>
  );
}

function inline(token: Token, key = 0): ReactNode {
  const one = token as MarkedToken;
  const parts = "tokens" in one && one.tokens ? one.tokens.map(inline) : undefined;
  switch (one.type) {
    case "strong":
      return <strong key={key}>{parts}</strong>;
    case "em":
      return <em key={key}>{parts}</em>;
    case "br":
      return <br key={key} />;
    case "link":
      return <Way key={key} link={one} label={parts} />;
    case "escape":
      return one.text;
    default:
      return parts ?? one.raw;
  }
}

function Way({ link, label }: { link: Tokens.Link; label: ReactNode }) {
  if (!isSafe(link.href)) return link.raw;
  return (
    <Link className={link.text === link.href ? "m-link m-bare" : "m-link"} style={look.link} href={link.href}>
      {label}
    </Link>
  );
}

/** Elsewhere, in the open, and under the name that one reads: nothing before an @ passes for it. */
function isSafe(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return /^https:\/\//i.test(address) && url?.username === "" && url.password === "";
}
