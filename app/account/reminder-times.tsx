import { lengthWords } from "#lib/time/words.ts";
import { MinutesField } from "./minutes-field.tsx";
import type { Chosen } from "./use-chosen.ts";

const early = [
  [2_880, "Two days before"],
  [1_440, "The day before"],
  [720, "Half a day before"],
] as const;

const late = [
  [120, "Two hours before"],
  [60, "An hour before"],
  [30, "Half an hour before"],
] as const;

const before = (minutes: number) => `${lengthWords(minutes)} before`;

export function ReminderTimes({
  chosen,
  choose,
}: {
  chosen: Chosen;
  choose: (changes: Partial<Chosen>) => void;
}) {
  return (
    <fieldset className="mt-6">
      <legend className="mb-3">
        <strong>How early reminders come</strong>
      </legend>
      <div className="form-grid">
        <MinutesField
          name="firstReminder"
          label="The first"
          choices={early}
          otherwise={before}
          value={chosen.firstReminder}
          onChange={(firstReminder) => choose({ firstReminder })}
        />
        <MinutesField
          name="lastReminder"
          label="The last"
          choices={late}
          otherwise={before}
          value={chosen.lastReminder}
          onChange={(lastReminder) => choose({ lastReminder })}
        />
      </div>
    </fieldset>
  );
}
