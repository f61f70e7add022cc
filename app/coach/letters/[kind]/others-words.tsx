import { Actions, Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { clockWords } from "#lib/time/words.ts";
import type { Kept } from "./use-own-words.ts";

type OthersWordsProps = { others: Kept; zone: string; onKeepMine: () => void; onTakeTheirs: () => void };

/** What was saved in another window meanwhile, beside what is typed here. Both are there until one is chosen. */
export function OthersWords({ others, zone, onKeepMine, onTakeTheirs }: OthersWordsProps) {
  return (
    <Notice kind="mind" role="alert" title="Changed in another window" level={2}>
      <p>
        {others.savedAt === null
          ? "There, the letter went back to what came with it."
          : `These words were saved there at ${clockWords(Date.parse(others.savedAt), zone)}.`}{" "}
        What you typed here is still in the field, and not saved.
      </p>
      {others.words && <p className="others-words">{others.words}</p>}
      <Actions>
        <Button type="button" look="plain" onClick={onKeepMine}>
          Save mine instead
        </Button>
        <Button type="button" look="quiet" onClick={onTakeTheirs}>
          Go on with these
        </Button>
      </Actions>
    </Notice>
  );
}
