"use client";

import { SelectField } from "#app/ui/field.tsx";
import { type Zone, ZoneOptions } from "#app/ui/zone-options.tsx";

export function ZoneField({
  zones,
  value,
  onChange,
  error,
}: {
  zones: Zone[];
  value: string;
  onChange: (zone: string) => void;
  error: string | undefined;
}) {
  return (
    <SelectField
      name="zone"
      className="mb-5"
      label="Your time zone"
      hint="Your hours are read on the clocks of this place, in summer and in winter."
      error={error}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <ZoneOptions zones={zones} value={value} />
    </SelectField>
  );
}
