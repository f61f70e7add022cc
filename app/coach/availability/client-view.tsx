"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { slotsQuery } from "#app/(public)/book/slots-query.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Skeleton } from "#app/ui/skeleton.tsx";
import { fullZoneWords } from "#lib/time/zones.ts";
import type { SessionKind } from "./rules-of.ts";
import { SeenWeek } from "./seen-week.tsx";
import { aheadOfYou } from "./zone-difference.ts";
import { type Zone, ZoneOptions } from "./zone-field.tsx";

/** Seven days that may be looked at, by their first date. */
export type Span = { from: string; words: string };

/** The times as the booking page offers them, asked from the same place. */
export function ClientView({
  kinds,
  spans,
  zones,
  theirZones,
  coachZone,
  now,
}: {
  kinds: SessionKind[];
  spans: Span[];
  zones: Zone[];
  theirZones: string[];
  coachZone: string;
  now: number;
}) {
  const [typeId, setTypeId] = useState(kinds[0]?.id ?? "");
  const [zone, setZone] = useState(theirZones[0] ?? coachZone);
  const [from, setFrom] = useState(spans[0]?.from ?? "");
  const slots = useQuery({ ...slotsQuery({ type: typeId, from, days: 7, zone }), networkMode: "always" });
  const step = kinds.find(({ id }) => id === typeId)?.step ?? 15;

  return (
    <section aria-labelledby="seen">
      <h2 id="seen">What a client sees</h2>
      <div className="controls">
        <SelectField
          name="seen-kind"
          label="Kind"
          value={typeId}
          onChange={(event) => setTypeId(event.target.value)}
        >
          {kinds.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <SelectField
          name="seen-zone"
          label="Client in"
          value={zone}
          onChange={(event) => setZone(event.target.value)}
        >
          {theirZones.length > 0 && (
            <optgroup label="Where your clients are">
              {theirZones.map((their) => (
                <option key={their} value={their}>
                  {their.replaceAll("_", " ")}
                </option>
              ))}
            </optgroup>
          )}
          <optgroup label="Everywhere">
            <ZoneOptions
              zones={zones.filter(({ zone }) => !theirZones.includes(zone))}
              value={theirZones.includes(zone) ? "UTC" : zone}
            />
          </optgroup>
        </SelectField>
        <SelectField
          name="seen-days"
          label="Days"
          value={from}
          onChange={(event) => setFrom(event.target.value)}
        >
          {spans.map(({ from, words }) => (
            <option key={from} value={from}>
              {words}
            </option>
          ))}
        </SelectField>
      </div>
      {slots.isPending && <Skeleton label="Looking for free times" />}
      {slots.isError && (
        <Notice kind="mind" role="alert">
          <p>{slots.error.message}</p>
          <Button type="button" look="plain" onClick={() => void slots.refetch()}>
            Try again
          </Button>
        </Notice>
      )}
      {slots.data && <SeenWeek days={slots.data.days} zone={zone} coachZone={coachZone} step={step} />}
      <p className="small quiet mt-4">
        In {fullZoneWords(zone)}. {slots.data && aheadOfYou(zone, coachZone, now)} Only saved hours count
        here, and what is booked is left out, by the same rules that book.
      </p>
    </section>
  );
}
