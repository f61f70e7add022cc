"use client";

import { useState } from "react";
import { useSending } from "#app/coach/use-sending.ts";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";

/** How many sessions the two have agreed on. */
export function AgreedForm({
  clientId,
  name,
  agreed,
}: {
  clientId: string;
  name: string;
  agreed: number | undefined;
}) {
  const [typed, setTyped] = useState(agreed === undefined ? "" : String(agreed));
  const { send, error, isBusy } = useSending("/api/coach/clients/agreed");
  const isChanged = typed.trim() !== (agreed === undefined ? "" : String(agreed));
  return (
    <form
      className="agreed"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send({ clientId, agreed: typed.trim() === "" ? undefined : Number(typed) });
      }}
    >
      <TextField
        id={`agreed-${clientId}`}
        name="agreed"
        label={<span className="unseen">Sessions agreed with {name}</span>}
        inputMode="numeric"
        autoComplete="off"
        maxLength={3}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        error={error?.message}
      />
      {isChanged && (
        <Button look="quiet" aria-disabled={isBusy || undefined}>
          {isBusy ? "Saving" : "Save"}
          <span className="unseen"> what you agreed with {name}</span>
        </Button>
      )}
    </form>
  );
}
