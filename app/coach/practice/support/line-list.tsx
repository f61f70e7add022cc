"use client";

import { useState } from "react";
import { UndoButton } from "#app/coach/availability/undo-button.tsx";
import { useSending } from "#app/coach/use-sending.ts";
import { Refused } from "#app/ui/refused.tsx";
import { Toast } from "#app/ui/status.tsx";
import { LineItem, type ListItem } from "./line-item.tsx";

/** The lines of one place. What is removed can be brought back from where it stood. */
export function LineList({ lines, place }: { lines: ListItem[]; place: string }) {
  const [removed, setRemoved] = useState<{ id: string; name: string }>();
  const back = useSending(`/api/practice/support/${removed?.id}/bring-back`);

  async function bringBack() {
    if (await back.send({})) setRemoved(undefined);
  }

  return (
    <>
      {removed && (
        <div className="mb-4">
          <Toast action={<UndoButton onClick={() => void bringBack()} />}>{removed.name} is removed.</Toast>
        </div>
      )}
      {back.error && <Refused error={back.error} />}
      {lines.length > 0 && (
        <ul className="help-lines" aria-label={place}>
          {lines
            .filter(({ id }) => id !== removed?.id)
            .map((line) => (
              <LineItem key={line.id} line={line} onRemoved={() => setRemoved(line)} />
            ))}
        </ul>
      )}
    </>
  );
}
