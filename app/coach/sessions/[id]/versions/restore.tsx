"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { UndoButton } from "#app/coach/availability/undo-button.tsx";
import { type SendError, sendJson } from "#app/send.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";

/** Puts a version back in place of what stands there, which becomes one itself. */
export function Restore({ versionId, when }: { versionId: string; when: string }) {
  const router = useRouter();
  const [undo, setUndo] = useState<string>();
  const [error, setError] = useState<SendError>();

  async function restore(id: string) {
    const sent = await sendJson<{ undo: string }>(`/api/coach/versions/${id}/restore`, {});
    setError(sent.ok ? undefined : sent.error);
    if (!sent.ok) return;
    setUndo(id === versionId ? sent.data.undo : undefined);
    router.refresh();
  }

  return (
    <div className="mt-4">
      <Actions>
        <Button type="button" look="plain" onClick={() => void restore(versionId)}>
          Write on from here<span className="unseen">, from {when}</span>
        </Button>
      </Actions>
      {undo && (
        <p role="status" className="small">
          It stands there again. <UndoButton onClick={() => void restore(undo)} />
        </p>
      )}
      {error && <Refused error={error} />}
    </div>
  );
}
