"use client";

import { useEffect, useRef } from "react";
import type { SendError } from "#app/send.ts";
import { Button } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icons.tsx";
import { readClock } from "./clock-text.ts";
import type { NamedKind } from "./kind-sets.ts";
import { KindsField } from "./kinds-field.tsx";
import { anotherStretch, type Stretch } from "./stretches.ts";

/** The open hours of one day. `field` is what the server calls them, so that its answer finds its place. */
export type DayFields = {
  day: string;
  stretches: Stretch[];
  named: readonly NamedKind[];
  eachOwn: boolean;
  field: string;
  error: SendError | undefined;
  errorId: string;
};

type Change = (stretches: Stretch[], change: { isNewShape: boolean }) => void;

/** The open hours of one day, typed. */
export function StretchFields({
  day,
  stretches,
  named,
  eachOwn,
  onChange,
  field,
  error,
  errorId,
}: DayFields & { onChange: Change }) {
  const frame = useRef<HTMLDivElement>(null);
  const isAdded = useRef(false);
  const wrong = wrongIn(field, error);
  const isWrong = (place: string) => wrong === place || wrong === "";

  useEffect(() => {
    if (!isAdded.current) return;
    isAdded.current = false;
    frame.current?.querySelector<HTMLInputElement>(`[name="from-${stretches.length - 1}"]`)?.select();
  }, [stretches.length]);

  function set(index: number, part: Partial<Stretch>) {
    onChange(
      stretches.map((stretch, at) => (at === index ? { ...stretch, ...part } : stretch)),
      { isNewShape: false },
    );
  }

  function remove(index: number) {
    onChange(stretches.toSpliced(index, 1), { isNewShape: true });
    frame.current?.querySelector<HTMLElement>("[data-add]")?.focus();
  }

  function add() {
    onChange([...stretches, anotherStretch(stretches)], { isNewShape: true });
    isAdded.current = true;
  }

  const nameOf = (index: number) => (stretches.length > 1 ? `${day}, stretch ${index + 1}` : day);
  const clockField = (stretch: Stretch, index: number, part: "from" | "to") => (
    <input
      name={`${part}-${index}`}
      size={5}
      autoComplete="off"
      spellCheck={false}
      aria-label={`${nameOf(index)}, ${part === "from" ? "from" : "until"}`}
      aria-invalid={isWrong(`${index}.${part}`) || isWrong(String(index)) ? true : undefined}
      aria-describedby={wrong !== undefined ? errorId : undefined}
      value={stretch[part]}
      onChange={(event) => set(index, { [part]: event.target.value })}
      onBlur={() => set(index, { [part]: readClock(stretch[part], { isEnd: part === "to" }) })}
    />
  );

  return (
    <div className="stretches" ref={frame}>
      {stretches.length === 0 && <span className="quiet">Closed</span>}
      {stretches.map((stretch, index) => (
        <div className="stretch" key={stretch.key}>
          <span className="stretch__times">
            {clockField(stretch, index, "from")} to {clockField(stretch, index, "to")}
            <button
              type="button"
              aria-label={`Remove ${stretch.from} to ${stretch.to} on ${day}`}
              onClick={() => remove(index)}
            >
              <Icon name="remove" />
            </button>
          </span>
          {eachOwn && (
            <KindsField
              label={nameOf(index)}
              named={named}
              kinds={stretch.kinds}
              onChange={(kinds) => set(index, { kinds })}
              isWrong={isWrong(`${index}.kinds`)}
              errorId={errorId}
            />
          )}
        </div>
      ))}
      <Button look="quiet" type="button" data-add onClick={add}>
        {stretches.length === 0 ? "Add hours" : "Add"}
        <span className="unseen"> on {day}</span>
      </Button>
      {wrong !== undefined && (
        <p className="field__error" id={errorId}>
          {error?.message}
        </p>
      )}
    </div>
  );
}

/** Which part of these hours the server's answer is about: "" is all of them, undefined is none. */
export function wrongIn(field: string, error: SendError | undefined): string | undefined {
  return error?.field?.startsWith(field) ? error.field.slice(field.length + 1) : undefined;
}
