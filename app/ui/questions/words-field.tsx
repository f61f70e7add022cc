import { mostLetters } from "#lib/questions/question.ts";
import { type FieldProps, idOf, nameOf } from "./field-props.ts";

/** An answer in words: a few lines, or one. Nothing that is pasted is cut off. */
export function WordsField({ question, answer, onAnswer, describedBy, isWrong }: FieldProps) {
  const { key, type, required } = question;
  const words = typeof answer === "string" ? answer : "";
  const most = type === "short" ? mostLetters.short : mostLetters.long;
  const control = {
    id: idOf(key),
    name: nameOf(key),
    "aria-describedby": describedBy,
    "aria-required": required || undefined,
    "aria-invalid": isWrong || undefined,
    ...(onAnswer ? { value: words } : { defaultValue: words }),
    onChange:
      onAnswer &&
      (({ target }: { target: { value: string } }) =>
        onAnswer(target.value === "" ? undefined : target.value)),
  };
  return (
    <div className="q__words">
      {type === "short" ? <input {...control} autoComplete="off" /> : <textarea {...control} rows={4} />}
      {words.length > most - 100 && <p className="small quiet">{roomWords(most - words.length)}</p>}
    </div>
  );
}

function roomWords(left: number): string {
  return left < 0 ? `${-left} letters more than fit here.` : `Room for ${left} more letters.`;
}
