"use client";

import { useState } from "react";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { listZones } from "#lib/time/zones.ts";

/** A link that opens into the list of zones; the list is long, so it is made only when wanted. */
export function ZoneChoice({ zone, choose }: { zone: string; choose: (zone: string) => void }) {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen)
    return (
      <Button type="button" look="quiet" onClick={() => setOpen(true)}>
        Change zone
      </Button>
    );
  const zones = listZones();
  return (
    <span className="block mt-3">
      <SelectField
        name="zone"
        label="Show times in"
        value={zone}
        autoFocus
        onChange={(event) => choose(event.target.value)}
      >
        {!zones.some((one) => one.zone === zone) && <option value={zone}>{zone}</option>}
        {zones.map((one) => (
          <option key={one.zone} value={one.zone}>
            {one.words}
          </option>
        ))}
      </SelectField>
    </span>
  );
}
