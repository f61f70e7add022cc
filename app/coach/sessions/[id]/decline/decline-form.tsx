"use client";

import type { Route } from "next";
import { useState } from "react";
import { useSending } from "#app/coach/use-sending.ts";
import { Actions, Button, ButtonLink } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { Refused } from "#app/ui/refused.tsx";

export function DeclineForm({ bookingId, who }: { bookingId: string; who: string }) {
  const [sentence, setSentence] = useState("");
  const back: Route<`/coach/sessions/${string}`> = `/coach/sessions/${bookingId}`;
  const { send, error, isBusy } = useSending(`/api/coach/bookings/${bookingId}/decline`);
  const isAboutWords = error?.field === "sentence";
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send({ sentence }, { goTo: back });
      }}
    >
      <TextArea
        name="sentence"
        label={`What ${who} will read`}
        hint="On their page, not in the mail. A sentence or two is enough."
        rows={4}
        maxLength={2_000}
        value={sentence}
        onChange={(event) => setSentence(event.target.value)}
        error={isAboutWords ? error.message : undefined}
        wide
      />
      {error && !isAboutWords && <Refused error={error} className="mt-4" />}
      <Actions className="mt-5">
        <Button aria-disabled={isBusy || undefined}>{isBusy ? "Sending" : "Send this answer"}</Button>
        <ButtonLink look="plain" href={back}>
          Leave it open
        </ButtonLink>
      </Actions>
    </form>
  );
}
