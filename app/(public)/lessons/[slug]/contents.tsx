import type { ShownBlock } from "#lib/lessons/shown-lesson.ts";

/** Where each part of the lesson begins. */
export function Contents({ blocks }: { blocks: ShownBlock[] }) {
  return (
    <nav className="block contents" aria-labelledby="contents" lang="en">
      <h2 id="contents">In this lesson</h2>
      <ol>
        {blocks.map(({ anchor, heading, ...block }) => (
          <li key={anchor}>
            <a href={`#${anchor}`}>{block.type === "exercise" ? `${heading}: ${block.title}` : heading}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
