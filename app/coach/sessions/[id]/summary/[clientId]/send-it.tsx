"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type SendError, sendJson } from "#app/send.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";

type SendItProps = {
  booking: string;
  client: { id: string; name: string };
  revision: number;
  /** Something was sent before, which gives way to it. */
  isAgain: boolean;
};

export function SendIt({ booking, client, revision, isAgain }: SendItProps) {
  const router = useRouter();
  const [key, setKey] = useState(() => "");
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<SendError>();

  async function send() {
    if (isBusy) return;
    // One and the same for every try, until it went.
    const once = key || crypto.randomUUID();
    setKey(once);
    setBusy(true);
    const body = { booking, client: client.id, revision };
    const sent = await sendJson("/api/coach/summaries/send", body, { key: once });
    setBusy(false);
    setError(sent.ok ? undefined : sent.error);
    if (!sent.ok) return;
    setKey("");
    router.refresh();
  }

  return (
    <div>
      <Actions>
        <Button type="button" aria-disabled={isBusy} onClick={() => void send()}>
          Send it to {client.name}
        </Button>
      </Actions>
      <p className="small quiet">
        {isAgain && "It takes the place of what you sent before. "}
        You can take it back within ten minutes. A letter tells {client.name} after that, without a word of
        what it says.
      </p>
      {error && <Refused error={error} />}
    </div>
  );
}
