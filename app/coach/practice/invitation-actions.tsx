"use client";

import { useState } from "react";
import { useSending } from "#app/coach/use-sending.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { Status } from "#app/ui/status.tsx";

/** The letter once more, or the invitation taken back, which is asked before it is done. */
export function InvitationActions({ id, name, email }: { id: string; name: string; email: string }) {
  const again = useSending(`/api/practice/invitations/${id}/again`);
  const withdrawing = useSending(`/api/practice/invitations/${id}/withdraw`);
  const [isAsked, setIsAsked] = useState(false);
  const [isSent, setIsSent] = useState(false);

  async function sendAgain() {
    setIsSent(false);
    setIsSent(await again.send({}));
  }

  async function withdraw() {
    await withdrawing.send({});
    setIsAsked(false);
  }

  const error = again.error ?? withdrawing.error;
  return (
    <>
      <Actions>
        <Button
          type="button"
          look="quiet"
          aria-label={`Send once more to ${name}`}
          onClick={() => void sendAgain()}
        >
          Send once more
        </Button>
        <Button
          type="button"
          look="quiet"
          aria-label={`Withdraw the invitation of ${name}`}
          onClick={() => setIsAsked(true)}
        >
          Withdraw
        </Button>
        <Status done={isSent}>{isSent && "Sent"}</Status>
      </Actions>
      {error && <Refused error={error} />}
      <Dialog open={isAsked} onClose={() => setIsAsked(false)} title={`Withdraw the invitation of ${name}?`}>
        <p>
          {email} can no longer begin here. No letter is sent about it, and you can ask again at any time.
        </p>
        <Actions>
          <Button
            type="button"
            aria-disabled={withdrawing.isBusy || undefined}
            onClick={() => void withdraw()}
          >
            Withdraw it
          </Button>
          <Button type="button" look="plain" onClick={() => setIsAsked(false)}>
            Keep it
          </Button>
        </Actions>
      </Dialog>
    </>
  );
}
