"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type SendError, sendJson } from "#app/send.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { dateOf } from "#app/ui/when.tsx";
import type { AskedPage } from "#lib/reflections/asked/queries.ts";
import { clockWords } from "#lib/time/words.ts";
import { openedWords } from "./opened-words.ts";

/** Who reads what was written, and how each of them is kept from it again. */
export function WrittenShares({ asked, now }: { asked: AskedPage; now: number }) {
  const router = useRouter();
  const [error, setError] = useState<SendError>();
  const { share, takenBack, partner, session, zone } = asked;
  const { coachName } = session;
  const when = (at: number) => `${dateOf(at, zone, now)}, ${clockWords(at, zone)}`;

  async function act(shareId: string, what: "take-back" | "undo") {
    const sent = await sendJson(`/api/reflections/shares/${shareId}/${what}`, {});
    setError(sent.ok ? undefined : sent.error);
    if (sent.ok) router.refresh();
  }

  return (
    <div className="stack" aria-live="polite">
      {share ? (
        <Line
          words={`Shared with ${coachName}. ${openedWords(share, coachName, when, share.readableFrom > now)}`}
          act="Take it back"
          onAct={() => act(share.id, "take-back")}
        />
      ) : (
        <p className="quiet">Only you can read it.</p>
      )}
      {!share && takenBack?.canUndo && (
        <Line
          words={
            takenBack.wasOpened
              ? `Taken back. It had been opened, so ${coachName} may remember it.`
              : "Taken back. It was not opened."
          }
          act="Undo"
          onAct={() => act(takenBack.id, "undo")}
        />
      )}
      {partner?.shareId && partner.shown.length > 0 && (
        <Line
          words={`${partner.name} can read the answers that you switched on.`}
          act={`Take them back from ${partner.name}`}
          onAct={() => act(partner.shareId as string, "take-back")}
        />
      )}
      {error && <Refused error={error} />}
    </div>
  );
}

type LineProps = { words: string; act: string; onAct: () => Promise<void> };

function Line({ words, act, onAct }: LineProps) {
  return (
    <Actions>
      <span>{words}</span>
      <Button type="button" look="plain" onClick={() => void onAct()}>
        {act}
      </Button>
    </Actions>
  );
}
