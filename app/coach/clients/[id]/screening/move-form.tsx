"use client";

import { useState } from "react";
import { ConsultedFields, consultedIn } from "#app/coach/consulted-fields.tsx";
import { useSending } from "#app/coach/use-sending.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { Choice, Choices } from "#app/ui/choice.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { Refused } from "#app/ui/refused.tsx";
import type { ScreeningState } from "#lib/screening/states.ts";
import { moveWords } from "#lib/screening/words.ts";

type MoveFormProps = { screeningId: string; moves: ScreeningState[] };

const fields = ["reason", "consulted.who", "consulted.on"];

/** The steps that are possible from here, and why one is taken. */
export function MoveForm({ screeningId, moves }: MoveFormProps) {
  const [to, setTo] = useState<ScreeningState>();
  const [isBlank, setBlank] = useState(false);
  const [reason, setReason] = useState("");
  const [consulted, setConsulted] = useState({ who: "", on: "" });
  const { send, error, isBusy } = useSending(`/api/coach/screenings/${screeningId}/move`);
  const isNoting = to === "medical_review_noted";
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setBlank(to === undefined);
        if (to) void send({ to, reason, ...(isNoting && consultedIn(consulted)) });
      }}
    >
      <fieldset>
        <legend className="unseen">The next step</legend>
        <Choices>
          {moves.map((move) => (
            <Choice
              key={move}
              name="to"
              value={move}
              checked={to === move}
              onChange={() => setTo(move)}
              title={moveWords[move].title}
              more={moveWords[move].more}
            />
          ))}
        </Choices>
        {isBlank && !to && (
          <p className="field__error" role="alert">
            Please choose a step.
          </p>
        )}
      </fieldset>
      {isNoting && (
        <ConsultedFields id={screeningId} consulted={consulted} onChange={setConsulted} error={error} />
      )}
      <TextArea
        name="reason"
        label="Why"
        hint="A sentence or two, with today’s date kept beside it. Only you can read it."
        rows={3}
        maxLength={1000}
        autoComplete="off"
        value={reason}
        error={error?.field === "reason" ? error.message : undefined}
        onChange={({ target }) => setReason(target.value)}
      />
      {error && !fields.includes(error.field ?? "") && <Refused error={error} />}
      <Actions>
        <Button aria-disabled={isBusy}>Write it down</Button>
      </Actions>
    </form>
  );
}
