"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Actions, Button } from "#app/ui/button.tsx";
import { dateWords } from "#lib/time/words.ts";
import { zoneWords } from "#lib/time/zones.ts";
import type { BookingFormProps } from "./booking-form.tsx";
import type { Choosing } from "./choosing.ts";
import { type Question, slotsQuery } from "./slots-query.ts";
import { Week } from "./week.tsx";
import { datesOf, weeksOn, weekWords } from "./weeks.ts";
import { ZoneChoice } from "./zone-choice.tsx";

type WhenStepProps = {
  first: BookingFormProps["first"];
  type: { id: string };
  /** The session that is to be moved, when one is. */
  moving?: string;
  zone: string;
  setZone: (zone: string) => void;
  choosing: Choosing;
};

/** Day and time, a week at a glance. */
export function WhenStep({ first, type, moving, zone, setZone, choosing }: WhenStepProps) {
  const [from, setFrom] = useState(first.from);
  const served = {
    question: { type: first.typeId, moving, from: first.from, days: 7, zone: first.zone },
    times: first.times,
  };
  const question = { type: type.id, moving, from, days: 7, zone };
  const week = useQuery(slotsQuery(question, served));
  // While a week is on its way its days stand there without times, so that nothing of another week can be pressed.
  const days = week.data?.days ?? datesOf(from).map((date) => ({ date, starts: [] }));
  const isEmpty = week.isSuccess && days.every((day) => day.starts.length === 0);
  return (
    <fieldset className="booking__step" aria-busy={week.isFetching}>
      <legend>When?</legend>
      <p className="quiet">
        Times are in <strong>{zoneWords(zone)}</strong> ({zone}). <ZoneChoice zone={zone} choose={setZone} />
      </p>
      {choosing.errors.start && (
        <p className="field__error mb-3" role="alert">
          {choosing.errors.start}
        </p>
      )}
      <div className="week__bar">
        <p>
          <strong>{weekWords(from)}</strong>
        </p>
        <Actions>
          {from > first.monday && (
            <Button type="button" look="quiet" onClick={() => setFrom(weeksOn(from, -1))}>
              Week before
            </Button>
          )}
          <Button type="button" look="quiet" onClick={() => setFrom(weeksOn(from, 1))}>
            Week after
          </Button>
        </Actions>
      </div>
      {week.isError && (
        <p role="alert">
          The free times did not come through.{" "}
          <Button type="button" look="quiet" onClick={() => void week.refetch()}>
            Try again
          </Button>
        </p>
      )}
      {!week.isError && (
        <Week
          key={`${type.id} ${from} ${zone} ${week.isPending}`}
          days={days}
          zone={zone}
          choosing={choosing}
          isLooking={week.isPending}
        />
      )}
      {isEmpty && <NextFree question={question} show={setFrom} />}
    </fieldset>
  );
}

/** A week without a free time says where the next one is. */
function NextFree({ question, show }: { question: Question; show: (from: string) => void }) {
  const { from } = question;
  const ahead = useQuery(slotsQuery({ ...question, days: 42 }));
  const next = ahead.data?.days.find((day) => day.starts.length > 0)?.date;
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (ahead.isPending) return;
    setSaid(
      next
        ? `No time is free this week. The next is on ${dateWords(next)}.`
        : "No time is free in the next six weeks.",
    );
  }, [ahead.isPending, next]);
  return (
    <div className="mt-4">
      <p role="status">{said}</p>
      {next && (
        <Button type="button" look="plain" className="mt-3" onClick={() => show(weekOf(from, next))}>
          Show that week
        </Button>
      )}
    </div>
  );
}

function weekOf(from: string, date: string): string {
  let week = from;
  while (weeksOn(week, 1) <= date) week = weeksOn(week, 1);
  return week;
}
