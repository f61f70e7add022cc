"use client";

import type { Route } from "next";
import { useState } from "react";
import { useSending } from "#app/coach/use-sending.ts";
import { Actions, Button, ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { clockWords, dateWords } from "#lib/time/words.ts";

const most = 4;

type Day = { date: string; starts: number[] };

/** Free times to tick, by day, and a sentence that goes with them. */
export function ProposeForm({
  bookingId,
  who,
  days,
  apart,
  zone,
}: {
  bookingId: string;
  who: string;
  days: Day[];
  /** How far two times have to lie apart to be kept both, in milliseconds. */
  apart: number;
  zone: string;
}) {
  const [chosen, setChosen] = useState<number[]>([]);
  const [sentence, setSentence] = useState("");
  const back: Route<`/coach/sessions/${string}`> = `/coach/sessions/${bookingId}`;
  const { send, error, isBusy } = useSending(`/api/coach/bookings/${bookingId}/propose`);
  const isFull = chosen.length >= most;

  if (days.length === 0)
    return (
      <Empty
        action={
          <ButtonLink look="plain" href={back}>
            Back to the request
          </ButtonLink>
        }
      >
        No time of this kind is free near it. You can open more hours, or answer in your own words.
      </Empty>
    );

  // All that are offered are kept at once, so no two may be in each other's way.
  const isTooNear = (start: number) => chosen.some((one) => Math.abs(one - start) < apart);

  function tick(start: number, isChosen: boolean) {
    setChosen(isChosen ? [...chosen, start].sort((a, b) => a - b) : chosen.filter((one) => one !== start));
  }

  const isAboutWords = error?.field === "sentence";
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const starts = chosen.map((start) => new Date(start).toISOString());
        void send({ starts, sentence }, { goTo: back });
      }}
    >
      <div className="offer">
        {days.map(({ date, starts }) => (
          <fieldset key={date} className="offer__day">
            <legend>{dateWords(date)}</legend>
            <div className="slots">
              {starts.map((start) => (
                <div className="slot" key={start}>
                  <input
                    type="checkbox"
                    id={`time-${start}`}
                    checked={chosen.includes(start)}
                    disabled={!chosen.includes(start) && (isFull || isTooNear(start))}
                    onChange={(event) => tick(start, event.target.checked)}
                  />
                  <label htmlFor={`time-${start}`}>{clockWords(start, zone)}</label>
                </div>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
      <p className="quiet" role="status">
        {chosen.length === 0
          ? "None chosen yet."
          : `Chosen: ${chosen.map((start) => whenIn(start, zone, days)).join("; ")}.`}
        {isFull && " Four are the most that can be kept at once."}
      </p>
      <TextArea
        name="sentence"
        label={`A few words to ${who}`}
        hint="They read them on their page, not in the mail."
        optional
        rows={3}
        maxLength={2_000}
        value={sentence}
        onChange={(event) => setSentence(event.target.value)}
        error={isAboutWords ? error.message : undefined}
        wide
      />
      {error && !isAboutWords && <Refused error={error} />}
      <Actions>
        <Button aria-disabled={isBusy || undefined}>{isBusy ? "Sending" : "Offer these times"}</Button>
        <ButtonLink look="plain" href={back}>
          Leave it as it is
        </ButtonLink>
      </Actions>
    </form>
  );
}

function whenIn(start: number, zone: string, days: Day[]): string {
  const date = days.find(({ starts }) => starts.includes(start))?.date;
  return `${date ? dateWords(date) : ""}, ${clockWords(start, zone)}`;
}
