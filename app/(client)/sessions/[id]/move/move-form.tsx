"use client";

import { useRef } from "react";
import { NearestTimes } from "#app/(public)/book/nearest-times.tsx";
import type { FreeTimes } from "#app/(public)/book/slots-query.ts";
import { useReaderZone } from "#app/(public)/book/use-reader-zone.ts";
import { WhenStep } from "#app/(public)/book/when-step.tsx";
import { OldAndNew } from "./old-and-new.tsx";
import { useMoving } from "./use-moving.ts";
import { WhatMovingDoes } from "./what-moving-does.tsx";
import { WhereOthersGo } from "./where-others-go.tsx";

export type MovedMeeting = {
  id: string;
  typeId: string;
  name: string;
  start: number;
  minutes: number;
  coachName: string;
  /** A session of two has to suit both. */
  isShared: boolean;
  /** Other sessions belong with it and go along. */
  hasOthers: boolean;
  /** Where it belongs beside a day, if it does. */
  place: string | undefined;
  /** It waits for the coach's answer. */
  isAsked: boolean;
  /** Until when it can be moved here, epoch milliseconds. */
  until: number;
};

type MoveFormProps = {
  meeting: MovedMeeting;
  first: { typeId: string; monday: string; from: string; zone: string; times: FreeTimes };
  wanted: string | undefined;
};

export function MoveForm({ meeting, first, wanted }: MoveFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [zone, setZone] = useReaderZone(first.zone, true);
  const isThere = first.times.days.some((day) => wanted && day.starts.includes(wanted));
  const moving = useMoving({
    bookingId: meeting.id,
    zone,
    wanted: isThere ? wanted : undefined,
    hasOthers: meeting.hasOthers,
    form,
  });
  return (
    <form ref={form} className="booking" noValidate onSubmit={moving.submit}>
      {moving.nearest ? (
        <NearestTimes type={meeting} zone={zone} choosing={moving} isMove />
      ) : (
        <div className="booking__steps">
          <WhenStep
            first={first}
            type={{ id: meeting.typeId }}
            moving={meeting.id}
            zone={zone}
            setZone={setZone}
            choosing={moving}
          />
        </div>
      )}
      {meeting.hasOthers && <WhereOthersGo moving={moving} zone={zone} />}
      <WhatMovingDoes meeting={meeting} zone={zone} />
      <OldAndNew meeting={meeting} zone={zone} moving={moving} />
    </form>
  );
}
