"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { readClock } from "#app/coach/availability/clock-text.ts";
import { OwnRules, rulesIn } from "#app/coach/own-rules.tsx";
import { type SendError, sendJson } from "#app/send.ts";
import { Actions, Button, ButtonLink } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { Tick } from "#app/ui/tick.tsx";
import { elsewhereWords, isSameClock, namesOf } from "#app/ui/when.tsx";
import { minuteOf } from "#lib/availability/hours.ts";
import { instantsAt } from "#lib/time/wall-clock.ts";

type Person = { id: string; name: string; zone: string };
type Journey = { id: string; kind: "individual" | "couple" | "mentorship"; people: Person[] };
type Type = { id: string; kind: string; name: string; minutes: number };
type Field = "journeyId" | "typeId" | "date" | "start" | "reason";

const isClock = /^([01]\d|2[0-3]):[0-5]\d$/;
const fields: readonly string[] = ["journeyId", "typeId", "date", "start", "reason"] satisfies Field[];

/** Who, what and when. Nothing typed is lost when the answer is no. */
export function BookForClientForm({
  journeys,
  types,
  zone,
  given,
}: {
  journeys: Journey[];
  types: Type[];
  zone: string;
  given: { journeyId: string | undefined; date: string; clock: string };
}) {
  const router = useRouter();
  const keys = useRef(new Map<string, string>());
  const [journeyId, setJourneyId] = useState(
    journeys.find(({ id }) => id === given.journeyId)?.id ?? journeys[0]?.id ?? "",
  );
  const journey = journeys.find(({ id }) => id === journeyId);
  const fitting = types.filter(({ kind }) => (kind === "couple") === (journey?.kind === "couple"));
  const [chosenType, setChosenType] = useState("");
  const typeId = fitting.some(({ id }) => id === chosenType) ? chosenType : (fitting[0]?.id ?? "");
  const [date, setDate] = useState(given.date);
  const [clock, setClock] = useState(given.clock);
  const [mail, setMail] = useState(true);
  const [reason, setReason] = useState("");
  const [error, setError] = useState<SendError>();
  const [isBusy, setIsBusy] = useState(false);
  const [start] = isClock.test(clock) && date ? instantsAt({ date, minute: minuteOf(clock) }, zone) : [];
  const despite = rulesIn(error);

  /** What is changed may be within the rules again. */
  function change(apply: () => void) {
    setError(undefined);
    apply();
  }

  async function book(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    if (start === undefined) return setError(wrongTime(date, clock));
    setIsBusy(true);
    const wish = { journeyId, typeId, start: new Date(start).toISOString() };
    const key = keys.current.get(JSON.stringify(wish)) ?? crypto.randomUUID();
    keys.current.set(JSON.stringify(wish), key);
    const sent = await sendJson<{ bookingId: string }>(
      "/api/coach/bookings",
      { ...wish, mail, reason, despite },
      { key },
    );
    if (sent.ok) {
      router.push(`/coach/sessions/${sent.data.bookingId}` as Route<`/coach/sessions/${string}`>);
      router.refresh();
      return;
    }
    setIsBusy(false);
    setError(sent.error);
  }

  const errorOf = (field: Field) => (error?.field === field ? error.message : undefined);
  return (
    <form className="measure stack" noValidate onSubmit={book}>
      <SelectField
        name="journeyId"
        label="For whom"
        value={journeyId}
        onChange={(event) => change(() => setJourneyId(event.target.value))}
        error={errorOf("journeyId")}
      >
        {journeys.map(({ id, kind, people }) => (
          <option key={id} value={id}>
            {namesOf(people)}
            {kind === "mentorship" ? ", mentoring" : ""}
          </option>
        ))}
      </SelectField>
      <SelectField
        name="typeId"
        label="Kind"
        value={typeId}
        onChange={(event) => change(() => setChosenType(event.target.value))}
        error={errorOf("typeId")}
      >
        {fitting.map(({ id, name, minutes }) => (
          <option key={id} value={id}>
            {name}, {minutes} min
          </option>
        ))}
      </SelectField>
      <div className="form-grid">
        <TextField
          name="date"
          type="date"
          label="Date"
          min="2000-01-01"
          max="2099-12-31"
          value={date}
          onChange={(event) => change(() => setDate(event.target.value))}
          error={errorOf("date")}
        />
        <TextField
          name="start"
          label="Begins at"
          autoComplete="off"
          spellCheck={false}
          value={clock}
          onChange={(event) => change(() => setClock(event.target.value))}
          onBlur={() => setClock(readClock(clock))}
          error={errorOf("start")}
        />
      </div>
      <p className="small quiet" role="status">
        {start !== undefined && journey && elsewhere(start, journey.people, zone)}
      </p>
      <Tick name="mail" checked={mail} onChange={(event) => setMail(event.target.checked)}>
        Send the confirmation with the calendar entry by mail
      </Tick>
      <TextField
        name="reason"
        label="Why, for yourself"
        hint="Only you see it."
        optional
        maxLength={500}
        autoComplete="off"
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        error={errorOf("reason")}
      />
      {error && despite.length > 0 && <OwnRules error={error} />}
      {error && despite.length === 0 && !fields.includes(error.field ?? "") && <Refused error={error} />}
      <Actions>
        <Button aria-disabled={isBusy || undefined}>{buttonWords(isBusy, despite.length > 0)}</Button>
        <ButtonLink look="plain" href="/coach">
          Leave it
        </ButtonLink>
      </Actions>
    </form>
  );
}

function elsewhere(start: number, people: Person[], zone: string): string {
  return people
    .filter((person) => !isSameClock(start, person.zone, zone))
    .map((person) => `For ${person.name}: ${elsewhereWords(start, person.zone, zone)}.`)
    .join(" ");
}

function buttonWords(isBusy: boolean, isWarned: boolean): string {
  if (isBusy) return "Booking";
  return isWarned ? "Book it all the same" : "Book this time";
}

function wrongTime(date: string, clock: string): SendError {
  if (!date) return { code: "date", field: "date", message: "Please choose a date." };
  return {
    code: "time",
    field: "start",
    message: isClock.test(clock)
      ? "The clocks skip this time on that day. Please choose another."
      : "Please write a time like 09:30.",
  };
}
