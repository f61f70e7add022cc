"use client";

import { useRef, useState } from "react";
import { Actions, Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { AboutYou } from "./about-you.tsx";
import { AskFirst } from "./ask-first.tsx";
import { AskForDay } from "./ask-for-day.tsx";
import { ChosenTime } from "./chosen-time.tsx";
import { NearestTimes } from "./nearest-times.tsx";
import { findShown, type ShownKind, type ShownType } from "./shown-type.ts";
import type { FreeTimes } from "./slots-query.ts";
import { useBooking } from "./use-booking.ts";
import { useDay } from "./use-day.ts";
import { useReaderZone } from "./use-reader-zone.ts";
import { WhatFollows } from "./what-follows.tsx";
import { WhatStep } from "./what-step.tsx";
import { WhenStep } from "./when-step.tsx";

export type BookingFormProps = {
  kinds: ShownKind[];
  first: { typeId: string; monday: string; from: string; zone: string; times: FreeTimes };
  isZoneKnown: boolean;
  viewer: { role: "client" | "coach"; name: string } | undefined;
};

export function BookingForm({ kinds, first, isZoneKnown, viewer }: BookingFormProps) {
  const [typeId, setTypeId] = useState(first.typeId);
  const [zone, setZone] = useReaderZone(first.zone, isZoneKnown);
  const form = useRef<HTMLFormElement>(null);
  const booking = useBooking({ typeId, zone, isClient: viewer?.role === "client", form });
  const type = findShown(kinds, typeId) ?? kinds[0]?.choices[0];
  const isDay = viewer?.role === "client" && type?.kind === "guidance";
  const day = useDay({ typeId, zone, isDay, form });
  if (!type) return null;
  const asking = isDay ? day : booking;
  const isCoach = viewer?.role === "coach";
  // Who is known may ask.
  const isOpen = !type.isAskedFor || viewer?.role === "client";

  return (
    <form ref={form} className="booking" noValidate onSubmit={asking.submit}>
      {asking.nearest ? (
        <NearestTimes type={type} zone={zone} choosing={asking} />
      ) : (
        <div className="booking__steps">
          <WhatStep
            kinds={kinds}
            type={type}
            choose={(id) => {
              setTypeId(id);
              asking.choose(undefined);
            }}
          />
          {isOpen ? (
            <WhenStep {...{ first, type, zone, setZone }} choosing={asking} />
          ) : (
            <AskFirst kinds={kinds} coachName={type.coachName} choose={setTypeId} />
          )}
        </div>
      )}

      <ChosenTime
        type={type}
        isOpen={isOpen}
        start={asking.start}
        zone={zone}
        isTaken={asking.nearest !== undefined}
      />

      {isDay && <AskForDay type={type} zone={zone} day={day} />}
      {isOpen && !isDay && (
        <section className="booking__step" aria-labelledby="you">
          {type.isAskedFor ? (
            <WhatFollows type={type} />
          ) : (
            <AboutYou viewer={viewer} type={type} booking={booking} />
          )}
          {booking.problem && (
            <Notice kind="care" role="alert" className="mt-5">
              <p>{booking.problem}</p>
            </Notice>
          )}
          {!isCoach && (
            <Actions className="mt-6">
              <Button aria-disabled={booking.isSending || undefined}>
                {buttonWords(type, booking, viewer)}
              </Button>
              <span className="small quiet" role="status">
                {booking.isSending
                  ? "One moment."
                  : !viewer && "We keep it for 15 minutes and send you a link and a code."}
              </span>
            </Actions>
          )}
        </section>
      )}
    </form>
  );
}

function buttonWords(
  { isAskedFor }: ShownType,
  { nearest }: { nearest?: unknown },
  viewer: BookingFormProps["viewer"],
): string {
  const act = isAskedFor ? "Ask for" : viewer ? "Book" : "Hold";
  return `${act} ${nearest ? "the new" : "this"} time`;
}
