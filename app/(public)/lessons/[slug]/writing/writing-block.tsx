import type { ReactNode } from "react";
import { Prose } from "#app/ui/prose.tsx";
import type { ShownBlock } from "#lib/lessons/shown-lesson.ts";

type Props = {
  lesson: { id: string; slug: string; versionId: string };
  block: Extract<ShownBlock, { id: string }>;
  reader: "visitor" | "client" | "coach";
  writing: undefined;
};

/** A part of a lesson that asks for the reader's own words. */
export function WritingBlock({ block, reader }: Props) {
  return (
    <div className="writing">
      {block.type === "exercise" ? (
        <>
          <h3 className="writing__title">{block.title}</h3>
          <Prose html={block.html} className="paragraphs" />
          <ol className="on-paper">
            {block.fields.map(({ id, label, hint }) => (
              <li key={id}>
                {label}
                {hint && <span className="quiet small">{hint}</span>}
              </li>
            ))}
          </ol>
        </>
      ) : (
        <Prose html={block.html} className="writing__question" />
      )}
      {reader === "visitor" && (
        <OnPaper>Clients can write here, and nobody else reads it unless they say so.</OnPaper>
      )}
    </div>
  );
}

function OnPaper({ children }: { children: ReactNode }) {
  return <p className="quiet small">{children} A sheet of paper does as well.</p>;
}
