import { useState } from "react";
import { Badge } from "#app/ui/badge.tsx";
import { Actions, Button } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { Status } from "#app/ui/status.tsx";
import { clockWords } from "#lib/time/words.ts";
import { PublishDialog } from "./publish-dialog.tsx";
import type { useDraft } from "./use-draft.ts";
import type { useEnding } from "./use-ending.ts";

type Props = {
  kept: ReturnType<typeof useDraft>;
  ending: ReturnType<typeof useEnding>;
  title: string;
  zone: string;
};

/** How it stands with the draft, and how it ends. */
export function DraftBar({ kept, ending, title, zone }: Props) {
  const [isAsking, setAsking] = useState(false);
  const isDraft = kept.revision > 0 || kept.isUnsaved;
  const { version } = ending.readers;
  return (
    <div className="draft-bar">
      <div>
        <Badge kind={isDraft ? "held" : "firm"}>
          {isDraft ? (version === 0 ? "A draft, never published" : "A draft") : "As readers have it"}
        </Badge>{" "}
        <Status done={!kept.isUnsaved && !kept.isSaving && kept.savedAt !== undefined}>
          {kept.isSaving
            ? "Saving"
            : kept.isUnsaved
              ? kept.others
                ? "Not saved until you have chosen"
                : kept.error
                  ? "Not saved yet. It is tried again by itself."
                  : "Changed, not saved yet"
              : kept.savedAt !== undefined && `Saved ${clockWords(kept.savedAt, zone)}`}
        </Status>
      </div>
      <Actions>
        <Button
          type="button"
          look={isDraft ? "act" : "plain"}
          aria-disabled={!isDraft}
          onClick={() => isDraft && setAsking(true)}
        >
          Publish
        </Button>
        {kept.revision > 0 && version > 0 && (
          <Button
            type="button"
            look="quiet"
            aria-disabled={ending.isBusy}
            onClick={() => void ending.discard()}
          >
            Let go of this draft
          </Button>
        )}
      </Actions>
      {ending.error && !ending.wrongWords && <Refused error={ending.error} />}
      {isAsking && (
        <PublishDialog
          title={title}
          version={version}
          isBusy={ending.isBusy}
          onClose={() => setAsking(false)}
          onPublish={() => {
            setAsking(false);
            void ending.publish();
          }}
        />
      )}
    </div>
  );
}
