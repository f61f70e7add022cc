"use client";

import { useRef, useState } from "react";
import { Actions, Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { AboutYou } from "./about-you.tsx";
import { AskFirst } from "./ask-first.tsx";
import { ChosenTime } from "./chosen-time.tsx";
import { NearestTimes } from "./nearest-times.tsx";
import { findShown, type ShownKind } from "./shown-type.ts";
import type { FreeTimes } from "./slots-query.ts";
import { useBooking } from "./use-booking.ts";
import { useReaderZone } from "./use-reader-zone.ts";
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
  if (!type) return null;
  const isCoach = viewer?.role === "coach";

  return (
    <form ref={form} className="booking" noValidate onSubmit={booking.submit}>
      {booking.nearest ? (
        <NearestTimes type={type} zone={zone} booking={booking} />
      ) : (
        <div className="booking__steps">
          <WhatStep
            kinds={kinds}
            type={type}
            choose={(id) => {
              setTypeId(id);
              booking.choose(undefined);
            }}
          />
          {type.isAskedFor ? (
            <AskFirst kinds={kinds} coachName={type.coachName} choose={setTypeId} />
          ) : (
            <WhenStep {...{ first, type, zone, setZone, booking }} />
          )}
        </div>
      )}

      <ChosenTime type={type} start={booking.start} zone={zone} isTaken={booking.nearest !== undefined} />

      {!type.isAskedFor && (
        <section className="booking__step" aria-labelledby="you">
          <AboutYou viewer={viewer} type={type} booking={booking} />
          {booking.problem && (
            <Notice kind="care" role="alert" className="mt-5">
              <p>{booking.problem}</p>
            </Notice>
          )}
          {!isCoach && (
            <Actions className="mt-6">
              <Button aria-disabled={booking.isSending || undefined}>{buttonWords(booking, viewer)}</Button>
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

function buttonWords(booking: { nearest?: unknown }, viewer: BookingFormProps["viewer"]): string {
  if (viewer) return booking.nearest ? "Book the new time" : "Book this time";
  return booking.nearest ? "Hold the new time" : "Hold this time";
}
