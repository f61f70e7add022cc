"use client";

import type { Route } from "next";
import { useState } from "react";
import { UndoButton } from "#app/coach/availability/undo-button.tsx";
import { type SendError, sendJson } from "#app/send.ts";
import { Actions, Button, ButtonLink } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";

type Item = {
  /** Where it is read. */
  href: string;
  name: string;
  about: string;
  tiers: string;
  isTakenBack: boolean;
  /** The marks that a look settles; none while it has to be read, or talked about, first. */
  toLookAt: string[];
};

/** Whoever was looked at stays in the list until the page is read anew, so that it can be undone. */
export function LookList({ items }: { items: Item[] }) {
  if (items.length === 0) return null;
  return (
    <section className="look" aria-labelledby="look">
      <h2 id="look">Please look</h2>
      <ol>
        {items.map((item) => (
          <LookItem key={item.href} item={item} />
        ))}
      </ol>
    </section>
  );
}

function LookItem({ item: { href, name, about, tiers, isTakenBack, toLookAt } }: { item: Item }) {
  const [isLookedAt, setLookedAt] = useState(false);
  const [error, setError] = useState<SendError>();
  const [isBusy, setIsBusy] = useState(false);

  async function send(act: "settle" | "undo") {
    if (isBusy) return;
    setIsBusy(true);
    setError(undefined);
    for (const id of toLookAt) {
      const sent = await sendJson(`/api/coach/flags/${id}/${act}`, act === "settle" ? { words: "" } : {});
      if (!sent.ok) {
        setIsBusy(false);
        return setError(sent.error);
      }
    }
    setIsBusy(false);
    setLookedAt(act === "settle");
  }

  return (
    <li>
      <div>
        <h3>
          {name} <span>{about}</span>
        </h3>
        <p>{isTakenBack ? `${tiers}. What it was about was taken back after you had opened it.` : tiers}</p>
        {error && <Refused error={error} />}
      </div>
      <Actions>
        {isLookedAt ? (
          <>
            <span role="status">You have looked.</span>
            <UndoButton onClick={() => void send("undo")} />
          </>
        ) : (
          <>
            <ButtonLink look="quiet" href={href as Route}>
              Open<span className="unseen"> what {name} shared</span>
            </ButtonLink>
            {toLookAt.length > 0 && (
              <Button look="quiet" type="button" onClick={() => void send("settle")}>
                I have looked<span className="unseen">, {name}</span>
              </Button>
            )}
          </>
        )}
      </Actions>
    </li>
  );
}
