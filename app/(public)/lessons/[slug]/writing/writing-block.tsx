import type { ReactNode } from "react";
import type { ShownBlock } from "#lib/lessons/shown-lesson.ts";
import type { Writing } from "#lib/reflections/in-lessons/queries.ts";
import { Boxes } from "./boxes.tsx";
import { Question } from "./question.tsx";
import { ShownByPartner } from "./shown-by-partner.tsx";
import { WordsForm } from "./words-form.tsx";

export type LessonOfWriting = { id: string; slug: string; versionId: string };

type Props = {
  lesson: LessonOfWriting;
  block: Extract<ShownBlock, { id: string }>;
  reader: "visitor" | "client" | "coach";
  /** What this client wrote, where they are one. */
  writing: Writing | undefined;
  /** The address that shows this lesson again. */
  path: string;
};

/** A part of a lesson that asks for the reader's own words. */
export function WritingBlock({ lesson, block, reader, writing, path }: Props) {
  if (writing)
    return (
      <div>
        <WordsForm lesson={lesson} block={block} writing={writing} path={path} />
        <ShownByPartner shown={writing.shown[block.id]} />
      </div>
    );
  if (reader === "coach")
    return (
      <div className="writing">
        <Question block={block} />
        <Boxes block={block} answers={{}} />
        <p className="quiet small" lang="en">
          Your clients write here. What you try here yourself is not kept.
        </p>
      </div>
    );
  return (
    <div className="writing">
      <Question block={block} />
      {block.type === "exercise" && (
        <ol className="on-paper">
          {block.fields.map(({ id, label, hint }) => (
            <li key={id}>
              {label}
              {hint && <span className="quiet small">{hint}</span>}
            </li>
          ))}
        </ol>
      )}
      {reader === "visitor" && (
        <OnPaper>Clients can write here, and nobody else reads it unless they say so.</OnPaper>
      )}
    </div>
  );
}

function OnPaper({ children }: { children: ReactNode }) {
  return (
    <p className="quiet small" lang="en">
      {children} A sheet of paper does as well.
    </p>
  );
}
