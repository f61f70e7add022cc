"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Skeleton } from "#app/ui/skeleton.tsx";
import { type Zone, ZoneOptions } from "#app/ui/zone-options.tsx";
import { fullZoneWords } from "#lib/time/zones.ts";
import { Across } from "./across.tsx";
import { previewQuery } from "./preview-query.ts";
import type { SessionKind } from "./rules-of.ts";
import { weekdays } from "./week.ts";

/** What somebody elsewhere is offered on one weekday, before and after the clocks change. */
export function ClientView({
  kinds,
  zones,
  theirZones,
  coachZone,
  openWeekday,
}: {
  kinds: SessionKind[];
  zones: Zone[];
  theirZones: string[];
  coachZone: string;
  /** A weekday with hours, to begin with. Monday is 1. */
  openWeekday: number;
}) {
  const [type, setType] = useState(kinds[0]?.id ?? "");
  const [zone, setZone] = useState(theirZones[0] ?? coachZone);
  const [weekday, setWeekday] = useState(openWeekday);
  const preview = useQuery({ ...previewQuery({ type, zone, weekday }), networkMode: "always" });
  const isStill = preview.data?.parts.every(({ part }) => part === "days") ?? false;

  return (
    <section aria-labelledby="seen">
      <h2 id="seen">What a client sees across the next clock change</h2>
      <div className="controls">
        <SelectField
          name="seen-kind"
          label="Kind"
          value={type}
          onChange={(event) => setType(event.target.value)}
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
          name="seen-weekday"
          label="Day of the week"
          value={weekday}
          onChange={(event) => setWeekday(Number(event.target.value))}
        >
          {weekdays.map((name, index) => (
            <option key={name} value={index + 1}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      {preview.isPending && <Skeleton label="Looking at the clocks" />}
      {preview.isError && (
        <Notice kind="mind" role="alert">
          <p>{preview.error.message}</p>
          <Button type="button" look="plain" onClick={() => void preview.refetch()}>
            Try again
          </Button>
        </Notice>
      )}
      {preview.data && <Across preview={preview.data} zone={preview.data.zone} />}
      <p className="small quiet mt-4">
        Times are in {fullZoneWords(zone)}. {isStill && "No clocks change in either place. "}
        Worked out by the same rules that book, as if nothing else were in your calendar. Your own hours stay
        where they are. Only what is saved counts.
      </p>
    </section>
  );
}
