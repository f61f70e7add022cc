"use client";

import { useSending } from "#app/coach/use-sending.ts";
import { Button } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";

export function BringBack({ id, name }: { id: string; name: string }) {
  const { send, error } = useSending(`/api/coach/templates/${id}/bring-back`);
  return (
    <div>
      <p className="small">Removed just now.</p>
      <Button type="button" look="quiet" onClick={() => void send({})}>
        Undo<span className="unseen"> removing {name}</span>
      </Button>
      {error && <Refused error={error} />}
    </div>
  );
}
