"use client";

import { Actions, Button, ButtonLink } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { useSendOnce } from "./use-send-once.ts";

/** For the one of two who did not ask: a yes, another time, or no. */
export function SuitsMe({ bookingId }: { bookingId: string }) {
  const { send, error, isSending } = useSendOnce(`/api/bookings/${bookingId}/agree`);
  return (
    <>
      {error && <Refused error={error} />}
      <Actions>
        <Button type="button" aria-disabled={isSending || undefined} onClick={() => void send({})}>
          This suits me
        </Button>
        <ButtonLink look="plain" href={`/sessions/${bookingId}/move`}>
          Choose another time
        </ButtonLink>
        <ButtonLink look="plain" href={`/sessions/${bookingId}/cancel`}>
          Not for me
        </ButtonLink>
      </Actions>
    </>
  );
}
