import type { Field, ShownExercise } from "#lib/lessons/shown-lesson.ts";
import type { Answers } from "#lib/reflections/answers.ts";
import { CirclesPicture } from "./circles-picture.tsx";
import { WordsArea } from "./words-area.tsx";

type Props = { block: ShownExercise; answers: Answers };

/** The fields of an exercise, laid out as its picture asks. They are always read in the order in which they are told. */
export function ExerciseFields({ block, answers }: Props) {
  const { id, picture, fields } = block;
  const all = fields.map((field, index) => (
    <ExerciseField
      key={field.id}
      block={id}
      field={field}
      words={answers[field.id]}
      number={picture === "loop" ? index + 1 : undefined}
    />
  ));
  switch (picture) {
    case "loop":
      return (
        <div className="loop">
          <svg className="loop__ring lines" viewBox="0 0 480 384" aria-hidden="true" focusable="false">
            <ellipse className="b thin" cx="240" cy="192" rx="200" ry="150" />
            <path
              className="b thin"
              d="m239 34 10 8-10 8M432 183l8 10 8-10M241 334l-10 8 10 8M48 201l-8-10-8 10"
            />
          </svg>
          {all}
          <p className="loop__again" lang="en">
            And so it goes round again.
          </p>
        </div>
      );
    case "circles":
      return (
        <div className="with-circles">
          <CirclesPicture fields={fields} answers={answers} />
          <div className="with-circles__fields">{all}</div>
        </div>
      );
    default:
      return <div className={`fields fields--${picture ?? "plain"}`}>{all}</div>;
  }
}

type FieldProps = { block: string; field: Field; words: string | undefined; number: number | undefined };

function ExerciseField({ block, field: { id, label, hint }, words, number }: FieldProps) {
  const at = `${block}--${id}`;
  return (
    <div className="field field--wide">
      <label htmlFor={at}>
        {number && <span className="field__number">{number}</span>}
        {label}
      </label>
      {hint && (
        <p className="field__hint" id={`${at}-hint`}>
          {hint}
        </p>
      )}
      <WordsArea id={at} field={id} words={words} rows={4} describedBy={hint && `${at}-hint`} />
    </div>
  );
}
