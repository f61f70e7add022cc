import { numberWord } from "#app/(asked)/sessions/[id]/asked/head-words.ts";
import { idOf } from "#app/ui/questions/field-props.ts";
import type { Missing } from "#lib/questions/missing.ts";
import { GoLink } from "./go-link.tsx";

/** What is wanted before it can be shared: each with its reason, and a way there. */
export function StillMissing({ missing, go }: { missing: Missing[]; go: (id: string) => void }) {
  if (missing.length === 0) return null;
  return (
    <div className="missing">
      <p>
        {missing.length === 1
          ? "One answer is wanted before you can share:"
          : `Before you can share, ${numberWord(missing.length)} answers are wanted:`}
      </p>
      <ul className="plain-list">
        {missing.map(({ key, text, why, is }) => (
          <li key={key}>
            <GoLink to={idOf(key)} go={go}>
              {text}
            </GoLink>
            <span className="small quiet">{is === "waits" ? "Sharing waits until this is so." : why}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
