"use client";

import { useState } from "react";
import { useSending } from "#app/coach/use-sending.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { Choice, Choices } from "#app/ui/choice.tsx";
import { TextField } from "#app/ui/field.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { Tick } from "#app/ui/tick.tsx";

export type Mark = "completed" | "no_show" | "late_cancelled";

const ways: { as: Mark; title: string; more: string }[] = [
  { as: "completed", title: "It took place", more: "Done, as agreed." },
  { as: "no_show", title: "Nobody came", more: "The time was kept, and not used." },
  { as: "late_cancelled", title: "It was called off late", more: "A note goes out that it is off." },
];

/** What the coach says of a session once it has begun. It can be changed, and taken back. */
export function HowItWent({
  bookingId,
  mark,
  counts: given,
  hasBegun,
  balance,
}: {
  bookingId: string;
  mark: Mark | undefined;
  counts: boolean;
  hasBegun: boolean;
  /** "Agreed 3, used 1", for each who comes. */
  balance: string[];
}) {
  const [as, setAs] = useState<Mark | undefined>(mark);
  const [counts, setCounts] = useState(given);
  const [reason, setReason] = useState("");
  const { send, error, isBusy } = useSending(`/api/coach/bookings/${bookingId}/mark`);
  const offered = hasBegun ? ways : ways.filter((way) => way.as === "late_cancelled");
  return (
    <form
      className="card stack"
      aria-labelledby="went"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (as) void send({ as, counts, reason });
      }}
    >
      <h2 id="went" className="text-lead">
        How did it go?
      </h2>
      <fieldset>
        <legend className="unseen">How it went</legend>
        <Choices>
          {offered.map((way) => (
            <Choice
              key={way.as}
              name="as"
              title={way.title}
              more={way.more}
              checked={as === way.as}
              onChange={() => setAs(way.as)}
            />
          ))}
        </Choices>
      </fieldset>
      <Tick name="counts" checked={counts} onChange={(event) => setCounts(event.target.checked)}>
        It counts as one of the sessions that you agreed on.
      </Tick>
      {balance.map((line) => (
        <p key={line} className="small quiet">
          {line}
        </p>
      ))}
      <TextField
        name="reason"
        label="A word for yourself"
        hint="Only you see it."
        optional
        maxLength={500}
        autoComplete="off"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {error && <Refused error={error} />}
      <Actions>
        <Button look="plain" aria-disabled={isBusy || as === undefined || undefined}>
          {isBusy ? "Saving" : "Save how it went"}
        </Button>
        {mark && mark !== "late_cancelled" && (
          <Button
            type="button"
            look="quiet"
            onClick={() => {
              setAs(undefined);
              void send({ as: "unmarked", counts: false });
            }}
          >
            Take it back
          </Button>
        )}
      </Actions>
    </form>
  );
}
