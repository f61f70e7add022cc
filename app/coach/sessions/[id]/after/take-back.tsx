"use client";

import { useSending } from "#app/coach/use-sending.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";

/** Undoes sending. Whether it was read is not kept anywhere. */
export function TakeBack({ sentId, name }: { sentId: string; name: string }) {
  const { send, error } = useSending(`/api/coach/summaries/sent/${sentId}/take-back`);
  return (
    <div>
      <Actions>
        <Button type="button" look="plain" onClick={() => void send({})}>
          Take it back
        </Button>
      </Actions>
      <p className="small">
        {name} can read it now, and gets a letter about it only after those ten minutes. We keep no record of
        whether it was read.
      </p>
      {error && <Refused error={error} />}
    </div>
  );
}
