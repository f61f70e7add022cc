import { Actions, Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";

type Props = {
  title: string;
  /** 0: readers have nothing of it yet. */
  version: number;
  isBusy: boolean;
  onClose: () => void;
  onPublish: () => void;
};

/** Says what publishing does before it is done. */
export function PublishDialog({ title, version, isBusy, onClose, onPublish }: Props) {
  return (
    <Dialog open onClose={onClose} title={title ? `Publish “${title}”?` : "Publish this lesson?"}>
      <div className="paragraphs">
        <p>
          {version === 0
            ? "Whoever may read this lesson finds it from now on, in the words of this draft."
            : "Whoever may read this lesson finds the words of this draft from now on, in place of the ones before."}
        </p>
        <p>
          What readers wrote stays theirs. Where a question is gone, they still find their words at the end of
          the lesson.
        </p>
        {version > 0 && <p>The version before is kept, and you can come back to it. Nobody gets a mail.</p>}
      </div>
      <Actions>
        <Button type="button" aria-disabled={isBusy} onClick={onPublish}>
          Publish
        </Button>
        <Button type="button" look="plain" onClick={onClose}>
          Not yet
        </Button>
      </Actions>
    </Dialog>
  );
}
