"use client";

import type { Route } from "next";
import { useState } from "react";
import { useSending } from "#app/coach/use-sending.ts";
import { Actions, Button, ButtonLink } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { Tick } from "#app/ui/tick.tsx";

/** Whether mail goes out is the coach's choice, and why is the coach's own. */
export function CancelForClientForm({ bookingId, isShared }: { bookingId: string; isShared: boolean }) {
  const [mail, setMail] = useState(true);
  const [reason, setReason] = useState("");
  const back: Route<`/coach/sessions/${string}`> = `/coach/sessions/${bookingId}`;
  const { send, error, isBusy } = useSending(`/api/coach/bookings/${bookingId}/cancel`);
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send({ mail, reason }, { goTo: back });
      }}
    >
      <Tick name="mail" checked={mail} onChange={(event) => setMail(event.target.checked)}>
        {isShared ? "Send each of them a note by mail" : "Send a note by mail"}
      </Tick>
      {!mail && (
        <p className="small quiet">
          Then the entry stays in their calendar until they take it out, so please tell them yourself.
        </p>
      )}
      <TextField
        name="reason"
        label="Why, for yourself"
        hint="Only you see it."
        optional
        maxLength={500}
        autoComplete="off"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {error && <Refused error={error} />}
      <Actions>
        <Button aria-disabled={isBusy || undefined}>{isBusy ? "Cancelling" : "Cancel this session"}</Button>
        <ButtonLink look="plain" href={back}>
          Keep this session
        </ButtonLink>
      </Actions>
    </form>
  );
}
