import { Prose } from "#app/ui/prose.tsx";
import type { WholeText } from "#lib/lessons/authoring/versions.ts";
import { type ShownBlock, shownText } from "#lib/lessons/shown-lesson.ts";
import { type Which, whichWords } from "./asked-for.ts";

const sides = { reach: "If you tend to reach", step_back: "If you tend to step back", other: "" };

/** A version to be read by a coach: its words in their order, without the reader's places to write in. */
export function TextAsItWas({
  language,
  text: { words, body },
  which,
}: {
  language: string;
  text: WholeText;
  which: Which | undefined;
}) {
  const { blocks } = shownText(body);
  return (
    <section aria-labelledby="as-it-was" className="version-text">
      <h2 id="as-it-was">As it was in {whichWords(which)}</h2>
      <div lang={language} className="stack">
        <p>
          <strong>{words.title}</strong>
        </p>
        <p>{words.summary}</p>
        <p>{words.goal}</p>
        {blocks.map((block) => (
          <div key={block.anchor}>
            <h3>{block.heading}</h3>
            <BlockWords block={block} />
          </div>
        ))}
      </div>
    </section>
  );
}

function BlockWords({ block }: { block: ShownBlock }) {
  if (block.type === "panels")
    return block.panels.map(({ who, title = sides[who], html }) => (
      <div key={`${who} ${title}`} className="mt-4">
        <h4>{title}</h4>
        <Prose html={html} className="paragraphs" />
      </div>
    ));
  return (
    <>
      {block.type === "exercise" && <h4>{block.title}</h4>}
      <Prose html={block.html} className="paragraphs" />
      {block.type === "exercise" && (
        <ul className="found mt-4">
          {block.fields.map(({ id, label, hint }) => (
            <li key={id}>
              {label}
              {hint && <span className="quiet small">{hint}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
