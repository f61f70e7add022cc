"use client";

import { useState } from "react";
import { commonSets, isSameSet, type Kinds, type NamedKind, setWords, withKind } from "./kind-sets.ts";

/** Which kinds hours are for: one of the common sets, or any that is ticked. */
export function KindsField({
  label,
  named,
  kinds,
  onChange,
  eachOwn,
  isWrong,
  errorId,
}: {
  label: string;
  named: readonly NamedKind[];
  kinds: Kinds;
  onChange: (kinds: Kinds) => void;
  /** Only for a whole day: its stretches may each have their own. */
  eachOwn?: { isSo: boolean; onChoose: () => void };
  isWrong: boolean;
  errorId: string;
}) {
  const [isPicking, setIsPicking] = useState(false);
  const sets = commonSets(named);
  const common = sets.find((set) => isSameSet(set.kinds, kinds));
  const isEach = eachOwn?.isSo ?? false;
  const isOpen = isPicking && !isEach;
  const isOwn = !common && !isOpen && !isEach;

  function choose(key: string) {
    setIsPicking(key === "pick");
    if (key === "each") eachOwn?.onChoose();
    const set = sets.find((one) => one.key === key);
    if (set) onChange(set.kinds);
    else if (key === "pick" && isEach) onChange(kinds);
  }

  return (
    <div className="kinds">
      <select
        aria-label={`${label}, for which kinds`}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? errorId : undefined}
        value={isEach ? "each" : isOpen ? "pick" : (common?.key ?? "own")}
        onChange={(event) => choose(event.target.value)}
      >
        {sets.map(({ key, words }) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
        {isOwn && <option value="own">{kinds?.length === 1 ? "One kind" : `${kinds?.length} kinds`}</option>}
        <option value="pick">Several kinds</option>
        {eachOwn && <option value="each">Each its own</option>}
      </select>
      {isOwn && <p className="small quiet">{setWords(kinds, named)}</p>}
      {isOpen && (
        <fieldset className="kinds__ticks">
          <legend className="unseen">{label}, for which kinds</legend>
          {named.map(({ kind, name }) => (
            <label className="tick" key={kind}>
              <input
                type="checkbox"
                checked={!kinds || kinds.includes(kind)}
                onChange={(event) => onChange(withKind(kinds, kind, event.target.checked, named))}
              />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}
