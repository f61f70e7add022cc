import { answerField } from "#lib/lessons/markdown/blocks.ts";
import type { ShownBlock } from "#lib/lessons/shown-lesson.ts";
import type { Answers } from "#lib/reflections/answers.ts";
import { ExerciseFields } from "./exercise-fields.tsx";
import { questionId } from "./question.tsx";
import { WordsArea } from "./words-area.tsx";

type Props = { block: Extract<ShownBlock, { id: string }>; answers: Answers };

/** Where one writes: the fields of an exercise, or one for a question. */
export function Boxes({ block, answers }: Props) {
  if (block.type === "exercise") return <ExerciseFields block={block} answers={answers} />;
  return (
    <WordsArea
      id={`${block.id}--${answerField}`}
      field={answerField}
      words={answers[answerField]}
      labelledBy={questionId(block)}
    />
  );
}
