"use client";

import { SelectField } from "#app/ui/field.tsx";

export type Zone = { zone: string; words: string };

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

/** All zones; one that goes by an older name is kept as it is. */
export function ZoneOptions({ zones, value }: { zones: Zone[]; value: string }) {
  return (
    <>
      {!zones.some(({ zone }) => zone === value) && <option value={value}>{value}</option>}
      {zones.map(({ zone, words }) => (
        <option key={zone} value={zone}>
          {words}
        </option>
      ))}
    </>
  );
}
