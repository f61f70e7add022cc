"use client";

import { useEffect, useId, useRef } from "react";
import type { SendError } from "#app/send.ts";
import { Button } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icons.tsx";
import { readClock } from "./clock-text.ts";
import { anotherStretch, type Stretch } from "./stretches.ts";

type Change = (stretches: Stretch[], change: { isNewShape: boolean }) => void;

/** The open hours of one day, typed. `field` is what the server calls them, so that its answer finds its place. */
export function StretchFields({
  day,
  stretches,
  onChange,
  field,
  error,
}: {
  day: string;
  stretches: Stretch[];
  onChange: Change;
  field: string;
  error: SendError | undefined;
}) {
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const isAdded = useRef(false);
  const wrong = error?.field?.startsWith(field) ? error.field.slice(field.length + 1) : undefined;
  const isWrong = (place: string) => wrong === place || wrong === "";

  useEffect(() => {
    if (!isAdded.current) return;
    isAdded.current = false;
    frame.current?.querySelector<HTMLInputElement>(`[name="from-${stretches.length - 1}"]`)?.select();
  }, [stretches.length]);

  function set(index: number, part: "from" | "to", text: string) {
    onChange(
      stretches.map((stretch, at) => (at === index ? { ...stretch, [part]: text } : stretch)),
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

  const clockField = (stretch: Stretch, index: number, part: "from" | "to") => (
    <input
      name={`${part}-${index}`}
      size={5}
      autoComplete="off"
      spellCheck={false}
      aria-label={`${day}, ${stretches.length > 1 ? `stretch ${index + 1}, ` : ""}${part === "from" ? "from" : "until"}`}
      aria-invalid={isWrong(`${index}.${part}`) || isWrong(String(index)) ? true : undefined}
      aria-describedby={wrong !== undefined ? `${id}-error` : undefined}
      value={stretch[part]}
      onChange={(event) => set(index, part, event.target.value)}
      onBlur={() => set(index, part, readClock(stretch[part], { isEnd: part === "to" }))}
    />
  );

  return (
    <div className="stretches" ref={frame}>
      {stretches.length === 0 && <span className="quiet">Closed</span>}
      {stretches.map((stretch, index) => (
        <span className="stretch" key={stretch.key}>
          {clockField(stretch, index, "from")} to {clockField(stretch, index, "to")}
          <button
            type="button"
            aria-label={`Remove ${stretch.from} to ${stretch.to} on ${day}`}
            onClick={() => remove(index)}
          >
            <Icon name="remove" />
          </button>
        </span>
      ))}
      <Button look="quiet" type="button" data-add onClick={add}>
        {stretches.length === 0 ? "Add hours" : "Add"}
        <span className="unseen"> on {day}</span>
      </Button>
      {wrong !== undefined && (
        <p className="field__error" id={`${id}-error`}>
          {error?.message}
        </p>
      )}
    </div>
  );
}
