"use client";

import { useState } from "react";
import { type SendError, sendJson } from "#app/send.ts";
import { Button, ButtonAnchor } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";

type PeopleToCallProps = {
  clientId: string;
  /** Whom the client named; blank: nobody. */
  person: string;
  hasNumber: boolean;
};

/** Whom the coach may call. The number comes when it is asked for, and that is written down. */
export function PeopleToCall({ clientId, person, hasNumber }: PeopleToCallProps) {
  const [number, setNumber] = useState<string>();
  const [error, setError] = useState<SendError>();
  if (!person && !hasNumber) return <p className="quiet">Nobody is named to call.</p>;

  async function open() {
    setError(undefined);
    const sent = await sendJson<{ number: string }>(`/api/coach/clients/${clientId}/call`, {});
    if (sent.ok) setNumber(sent.data.number);
    else setError(sent.error);
  }

  return (
    <div className="stack">
      <p>
        <strong>{person || "A person without a name"}</strong>
        {!hasNumber && ", no number yet"}
      </p>
      {error && <Refused error={error} />}
      {number !== undefined && (
        <p role="status">
          <ButtonAnchor href={`tel:${number.replace(/[^\d+]/g, "")}`}>Call {number}</ButtonAnchor>
        </p>
      )}
      {hasNumber && number === undefined && (
        <p>
          <Button type="button" look="plain" onClick={() => void open()}>
            Show the number
          </Button>{" "}
          <span className="small quiet">It is written down that you looked.</span>
        </p>
      )}
    </div>
  );
}
