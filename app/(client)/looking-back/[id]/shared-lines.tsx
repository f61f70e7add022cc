"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { type SendError, sendJson } from "#app/send.ts";
import { Button } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";

type Line = {
  id: string;
  name: string;
  as: "coach" | "partner";
  /** The day on which it was shared, in words. */
  since: string;
  /** When it can be read, in words, where that is yet to come. */
  from: string | undefined;
  wasOpened: boolean;
  isTakenBack: boolean;
};

/** Who was shown something, each with a way to take it back, or to undo that. */
export function SharedLines({ shares }: { shares: Line[] }) {
  const router = useRouter();
  const lines = useRef<HTMLDivElement>(null);
  const [error, setError] = useState<SendError>();

  async function act(id: string, what: "take-back" | "undo") {
    const sent = await sendJson(`/api/reflections/shares/${id}/${what}`, {});
    setError(sent.ok ? undefined : sent.error);
    if (!sent.ok) return;
    lines.current?.focus();
    router.refresh();
  }

  return (
    <div className="sharing" tabIndex={-1} ref={lines} aria-live="polite">
      {shares.map((line) => (
        <p key={line.id} className="sharing__line">
          <span>{words(line)}</span>
          {line.isTakenBack ? (
            <Button type="button" look="quiet" onClick={() => void act(line.id, "undo")}>
              Undo<span className="unseen">: let {line.name} read it again</span>
            </Button>
          ) : (
            <Button type="button" look="quiet" onClick={() => void act(line.id, "take-back")}>
              Take it back<span className="unseen"> from {line.name}</span>
            </Button>
          )}
        </p>
      ))}
      {error && <Refused error={error} />}
    </div>
  );
}

function words({ name, as, since, from, wasOpened, isTakenBack }: Line): string {
  if (isTakenBack && as === "partner") return `Taken back from ${name}. They may already have read it.`;
  if (isTakenBack)
    return `Taken back from ${name}. ${wasOpened ? "They had opened it before." : "They had not opened it."}`;
  if (from) return `${name} can read it from ${from} on.`;
  const opened = as === "coach" ? (wasOpened ? " It was opened." : " It is not opened yet.") : "";
  return `Shared with ${name} on ${since}.${opened}`;
}
