import { MotifLines } from "#app/ui/motif.tsx";
import type { FoundLesson } from "#lib/lessons/queries.ts";
import type { Writing } from "#lib/reflections/in-lessons/queries.ts";
import { Block, type Reader } from "./block.tsx";
import { Contents } from "./contents.tsx";
import { LessonEnd } from "./lesson-end.tsx";
import { LessonForm } from "./lesson-form.tsx";
import { LessonHead } from "./lesson-head.tsx";
import { Neighbours } from "./neighbours.tsx";
import { EarlierWriting } from "./writing/earlier-writing.tsx";

type Props = {
  lesson: FoundLesson;
  reader: Reader;
  /** The address that shows this lesson again. */
  path: string;
  /** What this client wrote in it. */
  writing: Writing | undefined;
  /** Whether to show what is only for those who have a day of guidance ahead. */
  beforeGuidance: boolean;
  /** A form sent without scripts has failed. */
  hasFailed: boolean;
};

/** A lesson as somebody reads it. */
export function LessonArticle({ lesson, reader, path, writing, beforeGuidance, hasFailed }: Props) {
  return (
    <article className="lesson">
      <LessonHead lesson={lesson} />
      <MotifLines motif={lesson.motif} />
      <Contents blocks={lesson.blocks} keptAt={lesson.keptAt} />
      {lesson.blocks.map((block, index) => (
        <Block
          key={block.anchor}
          lesson={lesson}
          block={block}
          reader={reader}
          isFirst={index === 0}
          beforeGuidance={beforeGuidance}
          writing={writing}
          path={path}
        />
      ))}
      {writing && <EarlierWriting lesson={lesson} writing={writing} path={path} />}
      {reader === "client" && (
        <>
          <LessonEnd progress={lesson.progress} hasFailed={hasFailed} />
          <LessonForm lessonId={lesson.id} path={path} />
        </>
      )}
      <Neighbours lesson={lesson} />
    </article>
  );
}
