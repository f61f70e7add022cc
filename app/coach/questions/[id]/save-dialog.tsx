import { Actions, Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";

type SaveDialogProps = { isOpen: boolean; onClose: () => void; onSave: () => void };

/** From when the new version holds, and what it leaves as it is. */
export function SaveDialog({ isOpen, onClose, onSave }: SaveDialogProps) {
  return (
    <Dialog open={isOpen} onClose={onClose} title="Save as the new version">
      <p>
        It holds from now on: whoever begins to write after this is asked so, in the whole practice. What
        clients have written, or begun to write, stays with the version it was written to.
      </p>
      <Actions>
        <Button type="button" onClick={onSave}>
          Save it
        </Button>
        <Button type="button" look="plain" onClick={onClose}>
          Not yet
        </Button>
      </Actions>
    </Dialog>
  );
}
