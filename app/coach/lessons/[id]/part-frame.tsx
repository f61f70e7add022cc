import { type Dispatch, type KeyboardEvent, memo, useEffect, useRef } from "react";
import { AddPart } from "./add-part.tsx";
import { nameOf } from "./kinds.ts";
import { PartFields } from "./part-fields.tsx";
import type { Part } from "./parts.ts";
import type { Act, Writing } from "./writing.ts";

type Props = {
  part: Part;
  at: number;
  isLast: boolean;
  problem: string | undefined;
  /** Where the hands go now, if that is in this part. */
  focus: NonNullable<Writing["focus"]>["on"] | undefined;
  dispatch: Dispatch<Act>;
};

/** One block of a lesson, with what can be done to it. */
export const PartFrame = memo(function PartFrame({ part, at, isLast, problem, focus, dispatch }: Props) {
  const { key, block } = part;
  const frame = useRef<HTMLLIElement>(null);
  const name = nameOf(block.type);
  useEffect(() => {
    if (focus === undefined) return;
    const place = focus === "first" ? ":is(input, select, [contenteditable])" : `[data-step="${focus}"]`;
    frame.current?.querySelector<HTMLElement>(place)?.focus();
  }, [focus]);

  function byKey(event: KeyboardEvent) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key] as 1 | -1 | undefined;
    if (step === undefined || !event.altKey || !event.shiftKey) return;
    event.preventDefault();
    const { activeElement } = document;
    dispatch({ type: "move", key, step });
    // Where the part is put elsewhere in the page, it lets go of the hands.
    requestAnimationFrame(() => activeElement instanceof HTMLElement && activeElement.focus());
  }

  const move = (step: 1 | -1, by: "up" | "down", isEnd: boolean) => ({
    type: "button" as const,
    "data-step": by,
    "aria-disabled": isEnd,
    "aria-keyshortcuts": `Alt+Shift+Arrow${step === 1 ? "Down" : "Up"}`,
    onClick: () => dispatch({ type: "move", key, step, by }),
  });

  return (
    <li className="lesson-part" ref={frame} onKeyDown={byKey}>
      <section
        className="lesson-part__frame"
        aria-labelledby={`part-${key}`}
        aria-describedby={problem && `part-${key}-problem`}
      >
        <header className="lesson-part__head">
          <h3 id={`part-${key}`}>{name}</h3>
          <div className="lesson-part__acts">
            <button {...move(-1, "up", at === 0)}>
              Up <span className="unseen">{name}</span>
            </button>
            <button {...move(1, "down", isLast)}>
              Down <span className="unseen">{name}</span>
            </button>
            <button type="button" onClick={() => dispatch({ type: "remove", key })}>
              Remove <span className="unseen">{name}</span>
            </button>
          </div>
        </header>
        {problem && (
          <p className="lesson-part__problem" id={`part-${key}-problem`}>
            {problem}
          </p>
        )}
        <PartFields part={part} dispatch={dispatch} />
      </section>
      <AddPart after={key} name={name} dispatch={dispatch} />
    </li>
  );
});
