"use client";

import { useId } from "react";
import type { SendError } from "#app/send.ts";
import { Button } from "#app/ui/button.tsx";
import { DayKinds } from "./day-kinds.tsx";
import { HoursBar } from "./hours-bar.tsx";
import type { NamedKind } from "./kind-sets.ts";
import { StretchFields } from "./stretch-fields.tsx";
import { anotherStretch } from "./stretches.ts";
import type { WeekDay } from "./week.ts";

export function WeekdayRow({
  name,
  day,
  named,
  range,
  field,
  error,
  onChange,
  onCopy,
}: {
  name: string;
  day: WeekDay;
  named: readonly NamedKind[];
  range: [number, number];
  field: string;
  error: SendError | undefined;
  onChange: (day: WeekDay, isNewShape: boolean) => void;
  onCopy: () => void;
}) {
  const errorId = useId();
  const { isOpen, stretches, eachOwn } = day;
  const about = { named, eachOwn, field, error, errorId };
  const open = (isOpen: boolean) =>
    onChange({ ...day, isOpen, stretches: stretches.length === 0 ? [anotherStretch([])] : stretches }, true);
  return (
    <li>
      <fieldset>
        <legend>{name}</legend>
        <label className="tick">
          <input type="checkbox" checked={isOpen} onChange={(event) => open(event.target.checked)} />
          <span>
            {name}
            <span className="unseen">, open</span>
          </span>
        </label>
        <StretchFields
          day={name}
          stretches={isOpen ? stretches : []}
          {...about}
          onChange={(stretches, { isNewShape }) =>
            onChange({ ...day, isOpen: stretches.length > 0, stretches }, isNewShape)
          }
        />
        <div className="hours__kinds">
          {isOpen && (
            <DayKinds
              day={name}
              stretches={stretches}
              {...about}
              onChange={(stretches, eachOwn) => onChange({ ...day, stretches, eachOwn }, false)}
            />
          )}
        </div>
        <div className="hours__more">
          <Button type="button" look="quiet" onClick={onCopy}>
            Copy<span className="unseen"> {name} to other days</span>
          </Button>
        </div>
        <div className="span-cell">
          <HoursBar day={day} range={range} />
        </div>
      </fieldset>
    </li>
  );
}
