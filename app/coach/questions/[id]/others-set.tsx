import { Actions, Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { clockWords } from "#lib/time/words.ts";
import type { Others } from "./use-saving-set.ts";

type OthersSetProps = { others: Others; zone: string; onKeepMine: () => void; onTakeTheirs: () => void };

/** What somebody else saved meanwhile, beside what is typed here. Both are there until one is chosen. */
export function OthersSet({ others, zone, onKeepMine, onTakeTheirs }: OthersSetProps) {
  return (
    <Notice kind="mind" role="alert" title="Saved by somebody else meanwhile" level={2}>
      <p>
        {others.by} saved version {others.number} of “{others.name}” at {clockWords(others.at, zone)}. What
        you typed here is still in the fields, and not saved.
      </p>
      <details>
        <summary>What it asks now</summary>
        <ol className="set-list">
          {others.questions.map(({ key, text }) => (
            <li key={key}>{text}</li>
          ))}
        </ol>
      </details>
      <Actions>
        <Button type="button" look="plain" onClick={onKeepMine}>
          Save mine as the newest
        </Button>
        <Button type="button" look="quiet" onClick={onTakeTheirs}>
          Go on with theirs
        </Button>
      </Actions>
    </Notice>
  );
}
