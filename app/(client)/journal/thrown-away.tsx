"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { type SendError, sendJson } from "#app/send.ts";
import { Button } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";

/** An entry that was thrown away, for as long as it can be brought back. */
export function ThrownAway({ id, text }: { id: string; text: string }) {
  const router = useRouter();
  const way = useRef<HTMLButtonElement>(null);
  const [error, setError] = useState<SendError>();
  // Takes the focus that the words had.
  useEffect(() => way.current?.focus(), []);

  async function bringBack() {
    const sent = await sendJson(`/api/journal/${id}/bring-back`, {});
    setError(sent.ok ? undefined : sent.error);
    if (sent.ok) router.refresh();
  }

  return (
    <div className="journal__gone">
      <div role="status">
        <p>
          You threw this entry away. Nobody else can read it any more. It is deleted after 30 days; until then
          you can bring it back.
        </p>
      </div>
      <p>
        <Button type="button" look="plain" ref={way} onClick={() => void bringBack()}>
          Undo: bring it back
        </Button>
      </p>
      {error && <Refused error={error} />}
      <p className="as-written quiet">{text}</p>
    </div>
  );
}
