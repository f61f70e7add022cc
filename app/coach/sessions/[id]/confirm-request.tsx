"use client";

import { useSending } from "#app/coach/use-sending.ts";
import { Actions, Button, ButtonLink } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";

/** Yes, another time, or no: three ways on, each as dignified as the others. */
export function ConfirmRequest({ bookingId, who }: { bookingId: string; who: string }) {
  const { send, error, isBusy } = useSending(`/api/coach/bookings/${bookingId}/confirm`);
  return (
    <>
      {error && <Refused error={error} />}
      <Actions>
        <Button type="button" aria-disabled={isBusy || undefined} onClick={() => void send({})}>
          {isBusy ? "Confirming" : `Confirm ${who}`}
        </Button>
        <ButtonLink look="plain" href={`/coach/sessions/${bookingId}/propose`}>
          Offer other times
        </ButtonLink>
        <ButtonLink look="plain" href={`/coach/sessions/${bookingId}/decline`}>
          Say no
        </ButtonLink>
      </Actions>
    </>
  );
}
