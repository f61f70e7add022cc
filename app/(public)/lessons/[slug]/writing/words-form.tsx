import type { ShownBlock } from "#lib/lessons/shown-lesson.ts";
import type { Writing } from "#lib/reflections/in-lessons/queries.ts";
import { mayBeShownTo } from "#lib/reflections/rules.ts";
import { Boxes } from "./boxes.tsx";
import { KeepWords } from "./keep-words.tsx";
import { Question } from "./question.tsx";
import { Sharing } from "./sharing.tsx";
import { WhoReads } from "./who-reads.tsx";
import type { LessonOfWriting } from "./writing-block.tsx";

type Props = {
  lesson: LessonOfWriting;
  block: Extract<ShownBlock, { id: string }>;
  writing: Writing;
  path: string;
};

/** Where a client writes under one block, sees that it is kept, and says who else may read it. */
export function WordsForm({ lesson, block, writing, path }: Props) {
  const written = writing.written[block.id];
  const { answers = {}, revision = 0, saved = "", shares = [] } = written ?? {};
  const readers = writing.readers.filter(({ as }) => mayBeShownTo(as, block));
  return (
    <KeepWords
      path="/api/reflections"
      about={{ author: writing.author, lessonId: lesson.id, versionId: lesson.versionId, block: block.id }}
      back={path}
      stored={{ answers, revision }}
      saved={saved}
      fields={block.type === "exercise" ? block.fields.map(({ id, label }) => ({ id, label })) : []}
      isShown={shares.some(({ isNewest, isTakenBack }) => isNewest && !isTakenBack)}
      badge={<WhoReads shares={shares} readers={readers} />}
      sharing={<Sharing readers={readers} shares={shares} zone={writing.zone} />}
    >
      <Question block={block} />
      {block.type !== "exercise" && readers.some(({ as }) => as === "partner") && (
        <p className="quiet writing__note" lang="en">
          You each write alone. Nobody is told whether the other has opened this, written or finished. If one
          of you shares, the answer simply appears.
        </p>
      )}
      <Boxes block={block} answers={answers} />
    </KeepWords>
  );
}
