import { SelectField } from "#app/ui/field.tsx";
import { clockOf } from "#lib/availability/hours.ts";

type Choice = readonly [minutes: number, words: string];

export const hoursOfDay: readonly Choice[] = Array.from({ length: 24 }, (_, hour) => [
  hour * 60,
  clockOf(hour * 60),
]);

type MinutesFieldProps = {
  name: string;
  label: string;
  className?: string;
  choices: readonly Choice[];
  /** What else may stand there already, in words. */
  otherwise: (minutes: number) => string;
  value: number;
  onChange: (minutes: number) => void;
};

/** One of a few numbers of minutes, by their words. */
export function MinutesField({ choices, otherwise, value, onChange, ...field }: MinutesFieldProps) {
  const isListed = choices.some(([minutes]) => minutes === value);
  const all = isListed ? choices : [...choices, [value, otherwise(value)] as const];
  return (
    <SelectField {...field} value={value} onChange={(event) => onChange(Number(event.target.value))}>
      {all.map(([minutes, words]) => (
        <option key={minutes} value={minutes}>
          {words}
        </option>
      ))}
    </SelectField>
  );
}
