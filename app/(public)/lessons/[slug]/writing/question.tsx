import { Prose } from "#app/ui/prose.tsx";
import type { ShownBlock } from "#lib/lessons/shown-lesson.ts";

type Props = { block: Extract<ShownBlock, { id: string }> };

/** What names the words under it. */
export const questionId = (block: Props["block"]) => `${block.id}--question`;

/** What is asked: a question, or the name of an exercise and what leads to it. */
export function Question({ block }: Props) {
  const id = questionId(block);
  if (block.type !== "exercise")
    return (
      <div id={id}>
        <Prose html={block.html} className="writing__question" />
      </div>
    );
  return (
    <div className="writing__intro">
      <h3 className="writing__title" id={id}>
        {block.title}
      </h3>
      <Prose html={block.html} className="paragraphs" />
    </div>
  );
}
