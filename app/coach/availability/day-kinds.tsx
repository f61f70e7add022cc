"use client";

import { KindsField } from "./kinds-field.tsx";
import { type DayFields, wrongIn } from "./stretch-fields.tsx";
import { forKinds, type Stretch } from "./stretches.ts";

/** Which kinds a whole day's hours are for. Stretches that differ keep what is theirs until one set is chosen. */
export function DayKinds({
  day,
  stretches,
  named,
  eachOwn,
  onChange,
  field,
  error,
  errorId,
}: DayFields & { onChange: (stretches: Stretch[], eachOwn: boolean) => void }) {
  return (
    <KindsField
      label={day}
      named={named}
      kinds={stretches[0]?.kinds}
      onChange={(kinds) => onChange(forKinds(stretches, kinds), false)}
      eachOwn={{ isSo: eachOwn, onChoose: () => onChange(stretches, true) }}
      isWrong={!eachOwn && (wrongIn(field, error)?.endsWith(".kinds") ?? false)}
      errorId={errorId}
    />
  );
}
