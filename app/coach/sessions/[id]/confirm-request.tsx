"use client";

import { useState } from "react";
import { useSending } from "#app/coach/use-sending.ts";
import { Actions, Button, ButtonLink } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { Refused } from "#app/ui/refused.tsx";

/** Yes, another time, or no: three ways on, each as dignified as the others. */
export function ConfirmRequest({
  bookingId,
  what,
  isTogether,
  mayOffer,
  needsReason,
}: {
  bookingId: string;
  /** "Mara", or "all five times". */
  what: string;
  /** Asked for with others: they are answered as a whole. */
  isTogether: boolean;
  mayOffer: boolean;
  needsReason: boolean;
}) {
  const [reason, setReason] = useState("");
  const { send, error, isBusy } = useSending(`/api/coach/bookings/${bookingId}/confirm`);
  const isAboutReason = error?.field === "reason";
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send(reason.trim() ? { reason } : {});
      }}
    >
      {needsReason && (
        <TextField
          name="reason"
          label="Why it can go ahead with this still open"
          hint="Only you see it."
          maxLength={500}
          autoComplete="off"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={isAboutReason ? error.message : undefined}
        />
      )}
      {error && !(needsReason && isAboutReason) && <Refused error={error} />}
      <Actions>
        <Button aria-disabled={isBusy || undefined}>{isBusy ? "Confirming" : `Confirm ${what}`}</Button>
        {mayOffer && (
          <ButtonLink look="plain" href={`/coach/sessions/${bookingId}/propose`}>
            {isTogether ? "Offer other days" : "Offer other times"}
          </ButtonLink>
        )}
        <ButtonLink look="plain" href={`/coach/sessions/${bookingId}/decline`}>
          Say no
        </ButtonLink>
      </Actions>
      {isTogether && (
        <p className="small quiet">
          These were asked for together, so they are confirmed or declined together. If another day is taken,
          the others go along with it.
        </p>
      )}
    </form>
  );
}
