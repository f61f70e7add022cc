import { type Compared, compareTexts, type Part } from "#lib/lessons/authoring/compare.ts";
import { type ReadableLine, readableLines } from "#lib/lessons/authoring/readable-lines.ts";
import type { WholeText } from "#lib/lessons/authoring/versions.ts";
import { type Which, whichWords } from "./asked-for.ts";

type ComparedTextsProps = {
  language: string;
  before: WholeText;
  after: WholeText;
  from: Which | undefined;
  to: Which | undefined;
};

/** What came and what went from one text to another, word by word. */
export function ComparedTexts({ language, before, after, from, to }: ComparedTextsProps) {
  const [was, is] = [readableLines(before), readableLines(after)];
  const compared = compareTexts(textsIn(was), textsIn(is));
  const heads = new Set(textsIn([...was, ...is].filter(({ isHead }) => isHead)));
  const isSame = compared.every((parts) => parts.every(({ kind }) => kind === "same"));
  return (
    <section aria-labelledby="compared">
      <h2 id="compared">
        From {whichWords(from)} to {whichWords(to)}
      </h2>
      {isSame ? (
        <p className="measure">{sameWords(before, after)}</p>
      ) : (
        <p className="quiet small">
          Words that came are <ins>underlined</ins>, words that went are <del>crossed out</del>.
        </p>
      )}
      <div className="compared mt-4" lang={language}>
        {compared.map((parts, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: nothing here moves
          <Paragraph key={index} parts={parts} heads={heads} />
        ))}
      </div>
    </section>
  );
}

function sameWords(before: WholeText, after: WholeText): string {
  return before.body.trim() === after.body.trim()
    ? "They are the same."
    : "All words are the same. What differs is how they are set, such as emphasis, or where a link leads.";
}

const textsIn = (lines: ReadableLine[]) => lines.map(({ text }) => text);

function withoutKind(parts: Compared, without: Part["kind"]): string {
  return parts.map(({ kind, text }) => (kind === without ? "" : text)).join("");
}

function Paragraph({ parts, heads }: { parts: Compared; heads: Set<string> }) {
  const isHead = heads.has(withoutKind(parts, "came")) || heads.has(withoutKind(parts, "went"));
  return (
    <p className={isHead ? "compared__head" : undefined}>
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nothing here moves
        <Words key={index} {...part} />
      ))}
    </p>
  );
}

function Words({ kind, text }: Part) {
  if (kind === "same") return text;
  const Tag = kind === "came" ? "ins" : "del";
  return (
    <Tag>
      <span className="unseen" lang="en">
        {kind === "came" ? "[came: " : "[went: "}
      </span>
      {text}
      <span className="unseen">]</span>
    </Tag>
  );
}
