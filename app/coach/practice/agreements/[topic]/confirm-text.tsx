"use client";

import { useSending } from "#app/coach/use-sending.ts";
import { Button } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";

type ConfirmTextProps = { topic: string; version: number; isDraft: boolean };

/** That the owner had the words looked at, said by them and by nobody else. */
export function ConfirmText({ topic, version, isDraft }: ConfirmTextProps) {
  const { send, error, isBusy } = useSending(`/api/practice/agreements/${topic}/confirm`);
  return (
    <section aria-labelledby="confirm">
      <h2 id="confirm">{isDraft ? "A draft, until you confirm it" : "You confirmed these words"}</h2>
      <p className="quiet mb-3">
        {isDraft
          ? "Confirm them once somebody who knows the law where you work has read them. Clients see the same text either way."
          : "If something about them is open again, make them a draft once more."}
      </p>
      {error && <Refused error={error} />}
      <Button
        type="button"
        look="plain"
        aria-disabled={isBusy || undefined}
        onClick={() => void send({ version, isConfirmed: isDraft })}
      >
        {isDraft ? "Confirm these words" : "Undo: a draft again"}
      </Button>
    </section>
  );
}
