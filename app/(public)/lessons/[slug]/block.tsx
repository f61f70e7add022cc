import { Notice } from "#app/ui/notice.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { QuickExitLine } from "#app/ui/quick-exit.tsx";
import type { FoundLesson } from "#lib/lessons/queries.ts";
import type { ShownBlock } from "#lib/lessons/shown-lesson.ts";
import type { Writing } from "#lib/reflections/in-lessons/queries.ts";
import { settings } from "#lib/running/settings.ts";
import { Panels } from "./panels.tsx";
import { PlaceButton } from "./place-button.tsx";
import { WritingBlock } from "./writing/writing-block.tsx";

export type Reader = "visitor" | "client" | "coach";

type Props = {
  lesson: FoundLesson;
  block: ShownBlock;
  reader: Reader;
  isFirst: boolean;
  beforeGuidance: boolean;
  /** What this client wrote in the lesson. */
  writing: Writing | undefined;
  /** The address that shows this lesson again. */
  path: string;
};

/** One part of a lesson, its name hanging in the margin. */
export function Block(props: Props) {
  const { lesson, block, reader } = props;
  const { anchor, heading } = block;
  const isOurs = "id" in block || !block.title;
  // There may be two exercises, each with a name of its own.
  const names = block.type === "exercise" ? `${anchor}-name ${anchor}--question` : `${anchor}-name`;
  return (
    <section className="lesson__part" id={anchor} aria-labelledby={names} lang={lesson.language}>
      <h2 id={`${anchor}-name`} lang={isOurs ? "en" : undefined}>
        {heading}
      </h2>
      {reader === "client" && (
        <PlaceButton lessonId={lesson.id} block={block} isKept={lesson.keptAt?.anchor === anchor} />
      )}
      <Body {...props} />
    </section>
  );
}

function Body({ lesson, block, reader, isFirst, beforeGuidance, writing, path }: Props) {
  switch (block.type) {
    case "idea":
      return <Prose html={block.html} className={`prose ${isFirst ? "prose--open" : ""}`} />;
    case "example":
      return <Prose html={block.html} className="prose prose--example" />;
    case "safety":
      return (
        <Notice kind="care">
          <Prose html={block.html} className="paragraphs" />
          <QuickExitLine to={settings().quickExitUrl} />
        </Notice>
      );
    case "panels":
      return <Panels panels={block.panels} reader={reader} beforeGuidance={beforeGuidance} />;
    default:
      return <WritingBlock lesson={lesson} block={block} reader={reader} writing={writing} path={path} />;
  }
}
