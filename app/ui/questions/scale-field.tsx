import { scaleNumbers, unsaid } from "#lib/questions/question.ts";
import { chosenAs, type FieldProps, nameOf } from "./field-props.ts";

/** From 0 to 10 by radio buttons, none of them chosen beforehand. */
export function ScaleField({ question, answer, onAnswer, describedBy }: FieldProps) {
  const { key, low, high, required } = question;
  const choose = (value: number | string) => ({
    name: nameOf(key),
    value,
    "aria-describedby": describedBy,
    ...chosenAs(answer === value, onAnswer),
    onChange: onAnswer && (() => onAnswer(value)),
  });
  return (
    <div className="scale">
      <div className="scale__row">
        {scaleNumbers.map((number) => (
          <label key={number}>
            <input type="radio" {...choose(number)} aria-label={spoken(number, low, high)} />
            {number}
          </label>
        ))}
      </div>
      <p className="scale__ends" aria-hidden="true">
        <span>0 {low}</span>
        <span>10 {high}</span>
      </p>
      {required && (
        <label className="tick">
          <input type="radio" {...choose(unsaid)} />
          <span>I’d rather not say</span>
        </label>
      )}
    </div>
  );
}

function spoken(number: number, low: string, high: string): string | undefined {
  if (number === 0) return `0 ${low}`;
  return number === 10 ? `10 ${high}` : undefined;
}
