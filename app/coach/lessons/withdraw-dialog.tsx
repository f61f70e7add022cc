"use client";

import { Actions, Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { useSending } from "../use-sending.ts";
import type { Told } from "./shelf-item.tsx";
import type { ShelfRow } from "./shelf-rows.ts";

/** Takes a lesson away from its readers, or gives it back to them, with what that means before it is done. */
export function WithdrawDialog({
  row: { id, title, withdrawn },
  onClose,
}: {
  row: ShelfRow;
  onClose: (told?: Told) => void;
}) {
  const withdraw = `/api/coach/lessons/${id}/withdraw`;
  const bringBack = `/api/coach/lessons/${id}/bring-back`;
  const { send, error, isBusy } = useSending(withdrawn ? bringBack : withdraw);

  async function act() {
    if (!(await send({}))) return;
    if (withdrawn)
      onClose({
        words: "Readers find it again.",
        undo: { path: withdraw, body: {}, words: "It is withdrawn as before." },
      });
    else
      onClose({
        words: "No reader finds it any more.",
        undo: { path: bringBack, body: {}, words: "Readers find it as before." },
      });
  }

  return (
    <Dialog
      open
      onClose={() => onClose()}
      title={withdrawn ? `Bring back “${title}”?` : `Withdraw “${title}”?`}
    >
      <p>
        {withdrawn
          ? "Readers find it again, as it was published last. What they wrote in it is where it was."
          : "No reader finds it from now on. What they wrote in it stays with them. You and the other coaches still see it here, and can bring it back at any time."}
      </p>
      {error && <Refused error={error} className="mt-4" />}
      <Actions>
        <Button type="button" aria-disabled={isBusy} onClick={() => void act()}>
          {withdrawn ? "Bring it back" : "Withdraw it"}
        </Button>
        <Button type="button" look="plain" onClick={() => onClose()}>
          Leave it as it is
        </Button>
      </Actions>
    </Dialog>
  );
}
