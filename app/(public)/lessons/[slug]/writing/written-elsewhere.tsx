import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { Answers } from "#lib/reflections/answers.ts";

type Props = {
  /** What stands in the portal. */
  answers: Answers;
  fields: { id: string; label: string }[];
  onKeep: () => void;
  onTake: () => void;
};

/** Two devices wrote: both can be seen, and their writer chooses. */
export function WrittenElsewhere({ answers, fields, onKeep, onTake }: Props) {
  return (
    <div lang="en">
      <Notice kind="mind" role="alert">
        <p>You also wrote here on another device or in another window. Nothing is lost. There it says:</p>
        {Object.entries(answers).map(([field, words]) => (
          <div key={field}>
            <strong>{fields.find(({ id }) => id === field)?.label}</strong>
            <p className="as-written">{words}</p>
          </div>
        ))}
        {Object.keys(answers).length === 0 && <p>Nothing. It was cleared.</p>}
      </Notice>
      <p className="actions mt-4">
        <Button type="button" look="plain" onClick={onKeep}>
          Keep what I wrote here
        </Button>
        <Button type="button" look="plain" onClick={onTake}>
          Take the other words
        </Button>
      </p>
    </div>
  );
}
