"use client";

import { Status } from "#app/ui/status.tsx";
import { clockWords } from "#lib/time/words.ts";
import type { Keeping } from "./use-keeping.ts";

/** How it stands with all parts of the page: "Changes are kept as you make them. Saved 10:42". */
export function KeptStatus({ parts, zone }: { parts: Keeping[]; zone: string }) {
  const keptAt = Math.max(0, ...parts.map((part) => part.keptAt ?? 0));
  const isSending = parts.some((part) => part.isSending);
  const hasProblem = parts.some((part) => part.error);
  return (
    <div className="scripted">
      <Status done={keptAt > 0 && !isSending && !hasProblem}>
        {hasProblem ? "The last change is not saved yet." : "Changes are kept as you make them."}{" "}
        {isSending ? "Saving" : keptAt > 0 && !hasProblem && `Saved ${clockWords(keptAt, zone)}`}
      </Status>
    </div>
  );
}
