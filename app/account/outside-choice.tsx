import { Choice, Choices } from "#app/ui/choice.tsx";
import { dayWords } from "#lib/time/words.ts";

type OutsideChoiceProps = {
  saysWhen: boolean;
  onChange: (saysWhen: boolean) => void;
  zone: string;
  now: number;
};

const week = 7 * 86_400_000;

/** What whoever sees the phone can read of a mail. */
export function OutsideChoice({ saysWhen, onChange, zone, now }: OutsideChoiceProps) {
  return (
    <fieldset className="mt-6">
      <legend className="mb-3">
        <strong>How much a mail says on the outside</strong>
      </legend>
      <Choices two>
        <Choice
          name="saysWhen"
          value="off"
          title="As little as possible"
          more="“A note from your portal”"
          checked={!saysWhen}
          onChange={() => onChange(false)}
        />
        <Choice
          name="saysWhen"
          value="on"
          title="Day and hour"
          more={`“${dayWords(now + week, zone)}, 18:00”`}
          checked={saysWhen}
          onChange={() => onChange(true)}
        />
      </Choices>
    </fieldset>
  );
}
