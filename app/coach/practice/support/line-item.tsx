"use client";

import { useState } from "react";
import { useSending } from "#app/coach/use-sending.ts";
import { Badge } from "#app/ui/badge.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { Status } from "#app/ui/status.tsx";

export type ListItem = {
  id: string;
  name: string;
  urgency: string;
  ways: string;
  checked: string;
  hours: string;
  source: string;
  isShown: boolean;
  /** Its check is so old that hours may have changed. */
  isOld: boolean;
  /** It can be neither hidden nor removed. */
  isFixed: boolean;
};

/** One line with what is known of it, and what its owner can do. */
export function LineItem({ line, onRemoved }: { line: ListItem; onRemoved: () => void }) {
  const path = `/api/practice/support/${line.id}` as const;
  const checking = useSending(`${path}/check`);
  const hiding = useSending(`${path}/hide`);
  const removing = useSending(`${path}/remove`);
  const [done, setDone] = useState("");

  async function act(how: { send: typeof checking.send }, said: string) {
    setDone("");
    if (await how.send({})) setDone(said);
  }

  async function remove() {
    if (await removing.send({})) onRemoved();
  }

  const error = checking.error ?? hiding.error ?? removing.error;
  const of = <span className="unseen"> {line.name}</span>;
  return (
    <li>
      <h3>{line.name}</h3>
      <p className="small">
        <Badge kind={badge(line)}>{line.isShown ? (line.isOld ? "Check again" : "Shown") : "Hidden"}</Badge>{" "}
        {line.urgency}. {line.ways}
      </p>
      <p className="small quiet">
        {line.checked}. {line.hours}.{" "}
        {line.source === "" ? (
          "No source is given."
        ) : (
          <a href={line.source} target="_blank" rel="noreferrer" className="break-words">
            Where it was checked<span className="unseen">: {line.name}</span>
          </a>
        )}
      </p>
      <div className="reach">
        <ButtonLink look="quiet" href={`/coach/practice/support/${line.id}` as "/coach/practice/support/new"}>
          Change{of}
        </ButtonLink>
        <Button type="button" look="quiet" onClick={() => void act(checking, "Checked today")}>
          I checked it today{of}
        </Button>
        {line.isShown && !line.isFixed && (
          <Button type="button" look="quiet" onClick={() => void act(hiding, "Hidden")}>
            Hide{of}
          </Button>
        )}
        {!line.isFixed && (
          <Button type="button" look="quiet" onClick={() => void remove()}>
            Remove{of}
          </Button>
        )}
        <Status done={done !== ""}>{done}</Status>
        {error && <Refused error={error} />}
      </div>
    </li>
  );
}

function badge({ isShown, isOld }: ListItem): "look" | "firm" | "off" {
  if (!isShown) return "off";
  return isOld ? "look" : "firm";
}
