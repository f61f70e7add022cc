import type { FoundLesson } from "#lib/lessons/queries.ts";
import type { ShownBlock } from "#lib/lessons/shown-lesson.ts";

type Props = { blocks: ShownBlock[]; keptAt: FoundLesson["keptAt"] };

/** Where each part of the lesson begins. */
export function Contents({ blocks, keptAt }: Props) {
  return (
    <nav className="lesson__part lesson__contents" aria-labelledby="contents" lang="en">
      <h2 id="contents">In this lesson</h2>
      <ol>
        {blocks.map(({ anchor, heading, ...block }) => (
          <li key={anchor}>
            <a href={`#${anchor}`}>{block.type === "exercise" ? `${heading}: ${block.title}` : heading}</a>
            {anchor === keptAt?.anchor && <span>, where you kept your place</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
