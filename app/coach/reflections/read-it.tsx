"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type SendError, sendJson } from "#app/send.ts";
import { Button } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";

type ReadItProps = {
  shareId: string;
  /** Of whom, and what, for those who hear the button alone. */
  what: string;
  look?: "act" | "plain";
};

/** Opens what a client shares, which its author then sees, and shows it. */
export function ReadIt({ shareId, what, look = "plain" }: ReadItProps) {
  const router = useRouter();
  const [error, setError] = useState<SendError>();
  const [isBusy, setIsBusy] = useState(false);

  async function open() {
    if (isBusy) return;
    setIsBusy(true);
    setError(undefined);
    const sent = await sendJson(`/api/coach/reflections/${shareId}/open`, {});
    setIsBusy(false);
    if (!sent.ok) return setError(sent.error);
    router.push(`/coach/reflections/${shareId}` as "/");
    router.refresh();
  }

  return (
    <>
      <Button look={look} type="button" onClick={() => void open()}>
        Read it<span className="unseen">: {what}</span>
      </Button>
      {error && <Refused error={error} />}
    </>
  );
}
