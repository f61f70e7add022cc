import type { Field } from "#lib/lessons/shown-lesson.ts";
import type { Answers } from "#lib/reflections/answers.ts";

const places = ["first", "second", "third"] as const;

/** Three circles that overlap, with the words of the three fields in them. For the eye alone: the fields say the same. */
export function CirclesPicture({ fields, answers }: { fields: Field[]; answers: Answers }) {
  return (
    <div className="circles" aria-hidden="true">
      <svg className="lines" viewBox="0 0 480 440" aria-hidden="true" focusable="false">
        <circle className="a thin" cx="155" cy="155" r="150" />
        <circle className="b thin" cx="325" cy="155" r="150" />
        <circle className="circles__third thin" cx="240" cy="285" r="150" />
      </svg>
      {fields.map(({ id, label }, index) => (
        <div key={id} className={`circles__part circles__part--${places[index]}`}>
          <p className="circles__name">{label}</p>
          <p className="circles__words" data-shows={id}>
            {answers[id] ?? ""}
          </p>
        </div>
      ))}
    </div>
  );
}
