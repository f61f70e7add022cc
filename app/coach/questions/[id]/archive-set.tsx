"use client";

import { useState } from "react";
import { UndoButton } from "#app/coach/availability/undo-button.tsx";
import { useSending } from "#app/coach/use-sending.ts";
import { Button } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { Toast } from "#app/ui/status.tsx";

/** Lets a set rest, and takes it up again. `since`: the day from which it has been resting. */
export function ArchiveSet({ id, since }: { id: string; since?: string }) {
  const archive = useSending(`/api/coach/questions/${id}/archive`);
  const bringBack = useSending(`/api/coach/questions/${id}/bring-back`);
  const [isJustDone, setJustDone] = useState(false);
  const error = archive.error ?? bringBack.error;
  const back = async () => {
    if (await bringBack.send({})) setJustDone(false);
  };
  return (
    <section className="hanging" aria-labelledby="archive">
      <h2 id="archive">Archive</h2>
      <div className="stack">
        <p className="measure">
          {since
            ? `Archived since ${since}. It is not asked any more. What was written to it can still be read.`
            : "An archived set is not asked any more. What was written to it can still be read, and you can bring it back."}
        </p>
        {error && <Refused error={error} />}
        {since && isJustDone && <Toast action={<UndoButton onClick={() => void back()} />}>Archived.</Toast>}
        {since ? (
          <Button type="button" look="plain" onClick={() => void back()}>
            Bring it back
          </Button>
        ) : (
          <Button type="button" look="quiet" onClick={async () => setJustDone(await archive.send({}))}>
            Archive this set
          </Button>
        )}
      </div>
    </section>
  );
}
