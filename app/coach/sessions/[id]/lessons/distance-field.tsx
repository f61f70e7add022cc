"use client";

import { Choice, Choices } from "#app/ui/choice.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { namedDistances } from "./distance-words.ts";

/** How far from the session: one that has a name, or so many days. */
export type Distance = { named: number | undefined; count: string; side: "before" | "after" };

export function nearestDistance(hasBegun: boolean): Distance {
  return { named: hasBegun ? 1 : -5, count: "", side: hasBegun ? "after" : "before" };
}

/** In days from the session, negative before it. Null: no number. */
export function daysOf({ named, count, side }: Distance): number | null {
  if (named !== undefined) return named;
  const days = count.trim() === "" ? Number.NaN : Number(count);
  if (Number.isNaN(days)) return null;
  return side === "before" ? -days : days;
}

type Given = {
  distance: Distance;
  onChange: (distance: Distance) => void;
  /** What comes before it is of no use any more. */
  hasBegun: boolean;
  error: string | undefined;
};

export function DistanceField({ distance, onChange, hasBegun, error }: Given) {
  const { named, count, side } = distance;
  return (
    <>
      <fieldset className="field field--wide">
        <legend className="mb-2">When it may help</legend>
        <Choices two>
          {namedDistances
            .filter(({ days }) => days > 0 || !hasBegun)
            .map(({ days, words }) => (
              <Choice
                key={days}
                name="distance"
                title={words}
                checked={named === days}
                onChange={() => onChange({ ...distance, named: days })}
              />
            ))}
          <Choice
            name="distance"
            title="Another day"
            checked={named === undefined}
            onChange={() => onChange({ ...distance, named: undefined })}
          />
        </Choices>
      </fieldset>
      {named === undefined && (
        <div className="pair-of-fields">
          <TextField
            id="suggest-days"
            name="days"
            type="number"
            inputMode="numeric"
            min={1}
            max={side === "before" ? 60 : 120}
            label="How many days"
            value={count}
            onChange={(event) => onChange({ ...distance, count: event.target.value })}
            error={error}
          />
          <SelectField
            id="suggest-side"
            name="side"
            label="Before or after"
            value={side}
            onChange={(event) =>
              onChange({ ...distance, side: event.target.value === "before" ? "before" : "after" })
            }
          >
            {!hasBegun && <option value="before">Before it</option>}
            <option value="after">After it</option>
          </SelectField>
        </div>
      )}
    </>
  );
}
