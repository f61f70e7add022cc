"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type SendError, sendJson } from "#app/send.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { Toast } from "#app/ui/status.tsx";
import { UndoButton } from "../../../availability/undo-button.tsx";

type RestoreProps = {
  lessonId: string;
  language: string;
  version: { id: string; number: number };
  /** What would go for it. `words`: by whom and when it was written. */
  draft: { revision: number; words: string } | null;
};

type Restored = { revision: number; undo: string | null };

/** Makes a version the new draft: at once where there is none, else after asking. */
export function RestoreVersion({ lessonId, language, version: { id, number }, draft }: RestoreProps) {
  const router = useRouter();
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [restored, setRestored] = useState<Restored>();
  const [isUndone, setUndone] = useState(false);
  const [error, setError] = useState<SendError>();
  const path = `/api/coach/lessons/${lessonId}/restore`;

  async function send<T>(to: string, body: object): Promise<T | undefined> {
    if (isBusy) return undefined;
    setBusy(true);
    const sent = await sendJson<T>(to, body);
    setBusy(false);
    setError(sent.ok ? undefined : sent.error);
    router.refresh();
    return sent.ok ? sent.data : undefined;
  }

  async function restore() {
    setUndone(false);
    setRestored(await send<Restored>(path, { versionId: id, over: draft?.revision ?? null }));
    setAsking(false);
  }

  async function undo() {
    if (!restored || !(await send(`${path}/undo`, { language, ...pick(restored) }))) return;
    setRestored(undefined);
    setUndone(true);
  }

  return (
    <>
      <p>
        <Button
          type="button"
          look="quiet"
          aria-disabled={isBusy}
          onClick={() => (draft ? setAsking(true) : void restore())}
        >
          Make version {number} the new draft
        </Button>
      </p>
      {error && <Refused error={error} />}
      {restored && (
        <Toast action={<UndoButton onClick={() => void undo()} />}>
          Version {number} is the draft now. Readers keep what they have until it is published.
        </Toast>
      )}
      <span role="status" className="small quiet">
        {isUndone && "Undone. The draft is as it was before."}
      </span>
      {isAsking && draft && (
        <Dialog open onClose={() => setAsking(false)} title="There is a draft already">
          <p>
            It was written by {draft.words}. If version {number} takes its place, the words of that draft go.
            Right afterwards you can still undo this.
          </p>
          <Actions>
            <Button type="button" aria-disabled={isBusy} onClick={() => void restore()}>
              Put version {number} in its place
            </Button>
            <Button type="button" look="plain" onClick={() => setAsking(false)}>
              Keep the draft
            </Button>
          </Actions>
        </Dialog>
      )}
    </>
  );
}

const pick = ({ revision, undo }: Restored) => ({ revision, undo });
