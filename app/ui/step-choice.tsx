import { useEffect, useRef } from "react";
import { Button } from "./button.tsx";
import { SelectField } from "./field.tsx";

type StepChoiceProps = {
  /** Unlike that of any other on the page. */
  name: string;
  /** "About a week after". */
  title: string;
  /** "60 minutes, by video." */
  about: string;
  /** Instants to choose from, with their words. */
  times: readonly { start: string; words: string }[];
  /** Null: left out. */
  chosen: string | null;
  /** What stands there when it is taken in again. */
  best: string | null;
  choose: (start: string | null) => void;
  /** What was there before, or why this is not what was chosen. */
  note?: string | undefined;
  isChanged?: boolean;
  leaving: { act: string; done: string; undo: string };
  /** What takes the place of the times when there is none. */
  none: string;
};

/** One session that goes with a day: its time, another of its times, or none. */
export function StepChoice(props: StepChoiceProps) {
  const { name, title, about, times, chosen, best, choose, note, isChanged, leaving, none } = props;
  const first = best ?? times[0]?.start;
  const frame = useRef<HTMLDivElement>(null);
  const isOut = chosen === null;
  const wasOut = useRef(isOut);
  // What was pressed is gone then, and the focus with it: it stays in its place.
  useEffect(() => {
    if (wasOut.current === isOut) return;
    wasOut.current = isOut;
    if (document.activeElement === document.body)
      frame.current?.querySelector<HTMLElement>("select, button")?.focus();
  }, [isOut]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid
    <div ref={frame} className="step-choice" role="group" aria-labelledby={`${name}-title`}>
      <div>
        <h3 id={`${name}-title`}>{title}</h3>
        <p className="small quiet">{about}</p>
        {note && (
          <p className={isChanged ? "field__error" : "small quiet"} id={`${name}-note`}>
            {note}
          </p>
        )}
      </div>
      {first === undefined && <p className="quiet">{none}</p>}
      {first !== undefined && isOut && (
        <div className="step-choice__out">
          <p>{leaving.done}</p>
          <Button type="button" look="quiet" onClick={() => choose(first)}>
            {leaving.undo}
          </Button>
        </div>
      )}
      {first !== undefined && !isOut && (
        <div className="step-choice__time">
          <SelectField
            name={name}
            label="Time"
            value={chosen}
            onChange={(event) => choose(event.target.value)}
          >
            {times.map(({ start, words }) => (
              <option key={start} value={start}>
                {words}
              </option>
            ))}
          </SelectField>
          <Button type="button" look="quiet" aria-describedby={`${name}-title`} onClick={() => choose(null)}>
            {leaving.act}
          </Button>
        </div>
      )}
    </div>
  );
}
