import { useRef } from "react";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import type { Question } from "#lib/questions/question.ts";
import { optionOf } from "./changes.ts";

type OptionFieldsProps = {
  question: Question;
  error?: string;
  onChange: (change: Partial<Question>) => void;
};

/** The answers that can be chosen. Of a question that stays they can be said otherwise, and are no more and no fewer. */
export function OptionFields({ question: { key, options, stays }, error, onChange }: OptionFieldsProps) {
  const list = useRef<HTMLFieldSetElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const set = (next: Question["options"]) => onChange({ options: next });

  function addOne() {
    set([...options, optionOf(options)]);
    requestAnimationFrame(() => [...(list.current?.querySelectorAll("input") ?? [])].at(-1)?.focus());
  }

  return (
    <fieldset className="set-options" ref={list}>
      <legend>Answers to choose</legend>
      {options.map((option, at) => (
        <div className="set-option" key={option.key}>
          <TextField
            name={`${key}-option-${option.key}`}
            label={`Answer ${at + 1}`}
            value={option.text}
            onChange={({ target }) =>
              set(options.map((one) => (one === option ? { ...one, text: target.value } : one)))
            }
            error={at === 0 ? error : undefined}
            autoComplete="off"
            wide
          />
          {!stays && options.length > 2 && (
            <Button
              type="button"
              look="quiet"
              aria-label={`Take out answer ${at + 1}: ${option.text}`}
              onClick={() => {
                set(options.filter((one) => one !== option));
                add.current?.focus();
              }}
            >
              Take out
            </Button>
          )}
        </div>
      ))}
      {!stays && options.length < 12 && (
        <Button ref={add} type="button" look="plain" onClick={addOne}>
          Add an answer
        </Button>
      )}
    </fieldset>
  );
}
