import type { ReactNode } from "react";
import { Button } from "#app/ui/button.tsx";
import type { Question } from "#lib/questions/question.ts";
import { ChoiceField } from "./choice-field.tsx";
import { type FieldProps, idOf } from "./field-props.ts";
import { ScaleField } from "./scale-field.tsx";
import { WordsField } from "./words-field.tsx";

type QuestionFieldProps = Omit<FieldProps, "describedBy" | "isWrong"> & {
  /** Which of how many it is. */
  place?: { at: number; of: number };
  /** Why it cannot be sent so. */
  error?: string;
  /** Leaves it blank, and goes on where there is something to go on to. Given only where scripts run. */
  onSkip?: () => void;
  /** What stands under an answer that matters. It is read out when it comes. */
  reply?: ReactNode;
};

/** A question with all that belongs to it: a line before it, why it is asked, how to leave it blank, what follows. */
export function QuestionField({ question, place, error, onSkip, reply, ...field }: QuestionFieldProps) {
  const { key, type, text, before, beneath, required, why } = question;
  const id = idOf(key);
  const isOfWords = type === "long" || type === "short";
  const notes = [
    before && `${id}-before`,
    required && why && `${id}-why`,
    beneath && `${id}-beneath`,
    error && `${id}-error`,
  ];
  const describedBy = notes.filter(Boolean).join(" ") || undefined;
  const head = (
    <>
      {place && (
        <span className="q__count">
          {place.at} of {place.of}
        </span>
      )}
      <span className="q__ask">{text}</span>
    </>
  );
  const body = (
    <>
      <Why question={question} id={`${id}-why`} />
      <Control
        question={question}
        {...field}
        describedBy={isOfWords ? describedBy : undefined}
        isWrong={Boolean(error)}
      />
    </>
  );
  return (
    <div className="q" id={`${id}-question`}>
      {before && (
        <p className="small measure" id={`${id}-before`}>
          {before}
        </p>
      )}
      {isOfWords ? (
        <div className="q__body">
          <label htmlFor={id}>{head}</label>
          {body}
        </div>
      ) : (
        <fieldset className="q__body" aria-describedby={describedBy} tabIndex={-1} id={id}>
          <legend>{head}</legend>
          {body}
        </fieldset>
      )}
      {beneath && (
        <p className="small measure" id={`${id}-beneath`}>
          {beneath}
        </p>
      )}
      {error && (
        <p className="field__error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {question.concern && <div role="status">{reply}</div>}
      {!required && onSkip && (
        <Button type="button" look="quiet" className="q__skip" aria-label={`Skip: ${text}`} onClick={onSkip}>
          Skip
        </Button>
      )}
    </div>
  );
}

function Control(props: FieldProps) {
  const { type } = props.question;
  if (type === "scale") return <ScaleField {...props} />;
  return type === "long" || type === "short" ? <WordsField {...props} /> : <ChoiceField {...props} />;
}

/** Whoever has to answer reads why; whoever need not can look. */
function Why({ question: { required, why }, id }: { question: Question; id: string }) {
  if (!why) return null;
  if (required)
    return (
      <p className="q__why" id={id}>
        {why}
      </p>
    );
  return (
    <details className="q__why">
      <summary>Why we ask</summary>
      <p>{why}</p>
    </details>
  );
}
