"use client";

import { type FormEvent, useState } from "react";
import { Actions, Button } from "#app/ui/button.tsx";
import { Choice, Choices } from "#app/ui/choice.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { Refused } from "#app/ui/refused.tsx";
import type { Audience } from "#lib/lessons/course-files.ts";
import { useSending } from "../use-sending.ts";
import { audienceChange, audienceMore, audienceWords } from "./audience-words.ts";
import type { Told } from "./shelf-item.tsx";
import type { ShelfRow } from "./shelf-rows.ts";

const audiences = ["everyone", "clients", "mentored"] as const;

/** Who finds a lesson, with what that changes before it is done. */
export function AudienceDialog({
  row: { id, title, audience },
  onClose,
}: {
  row: ShelfRow;
  onClose: (told?: Told) => void;
}) {
  const [chosen, setChosen] = useState<Audience>(audience);
  const path = `/api/coach/lessons/${id}/audience`;
  const { send, error, isBusy } = useSending(path);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (chosen === audience) return onClose();
    if (!(await send({ audience: chosen }))) return;
    const undo = { path, body: { audience }, words: `It is as it was: ${lower(audience)}.` };
    onClose({ words: `It is ${lower(chosen)} now.`, undo });
  }

  return (
    <Dialog open onClose={() => onClose()} title={`Who finds “${title}”?`}>
      <form className="stack" onSubmit={submit}>
        <fieldset>
          <legend className="unseen">Who finds it</legend>
          <Choices>
            {audiences.map((one) => (
              <Choice
                key={one}
                name={`audience-${id}`}
                value={one}
                title={audienceWords[one]}
                more={audienceMore[one]}
                checked={chosen === one}
                onChange={() => setChosen(one)}
              />
            ))}
          </Choices>
        </fieldset>
        <p role="status" className="small quiet">
          {audienceChange(audience, chosen)}
        </p>
        {error && <Refused error={error} />}
        <Actions>
          <Button aria-disabled={isBusy}>{isBusy ? "Saving" : "Let it be so"}</Button>
          <Button type="button" look="plain" onClick={() => onClose()}>
            Leave it as it is
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}

const lower = (audience: Audience) => audienceWords[audience].toLowerCase();
