"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { type SendError, sendJson } from "#app/send.ts";
import { Actions, Button, ButtonLink } from "./button.tsx";
import { Refused } from "./refused.tsx";

/** Two honest ways on: cancel the meeting, or keep it. Both lead back to its page. */
export function CancelBookingForm<Path extends string>({
  bookingId,
  back,
  what,
}: {
  bookingId: string;
  back: Route<Path>;
  what: string;
}) {
  const router = useRouter();
  const [error, setError] = useState<SendError>();
  const [isBusy, setIsBusy] = useState(false);

  async function cancel() {
    if (isBusy) return;
    setIsBusy(true);
    const sent = await sendJson(`/api/bookings/${bookingId}/cancel`, {});
    if (sent.ok) {
      router.replace(back);
      router.refresh();
    } else {
      setError(sent.error);
      setIsBusy(false);
    }
  }

  return (
    <>
      {error && <Refused error={error} />}
      <Actions>
        <Button type="button" onClick={cancel} aria-disabled={isBusy}>
          {isBusy ? "Cancelling" : `Cancel this ${what}`}
        </Button>
        <ButtonLink look="plain" href={back}>
          {`Keep this ${what}`}
        </ButtonLink>
      </Actions>
    </>
  );
}
