"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type Choices, changedOf, chosenOthers } from "#app/(client)/sessions/[id]/move/others.ts";
import { planQuery } from "#app/(client)/sessions/[id]/move/use-moving.ts";
import type { SendError } from "#app/send.ts";
import type { OtherPlan } from "#lib/arcs/plan-move.ts";
import type { Movable } from "./session-item.ts";

type Chosen = { start: number; choices: Choices; fresh?: OtherPlan[]; changed: string[] };

/** What belongs with a day of guidance and goes along: as it is proposed for that day, or as the coach chooses. */
export function useOthers({ id, start: was, hasOthers }: Movable, start: number | undefined, zone: string) {
  const isAsked = hasOthers && start !== undefined && start !== was;
  const plan = useQuery({
    ...planQuery(id, start === undefined ? "" : new Date(start).toISOString(), zone),
    enabled: isAsked,
  });
  const [kept, setKept] = useState<Chosen>();
  // Another day has other times around it.
  const chosen = kept && kept.start === start ? kept : undefined;
  const others = isAsked ? chosenOthers(chosen?.fresh ?? plan.data?.others ?? [], chosen?.choices ?? {}) : [];

  function keep(next: Partial<Chosen>) {
    if (start !== undefined) setKept({ choices: {}, changed: [], ...chosen, ...next, start });
  }

  return {
    isAsked,
    isReady: !isAsked || plan.data !== undefined,
    problem: isAsked && plan.isError ? plan.error.message : undefined,
    others,
    changed: chosen?.changed ?? [],
    choose: (bookingId: string, choice: string | null) =>
      keep({ choices: { ...chosen?.choices, [bookingId]: choice } }),
    /** After a refusal: the times that were planned anew because one has gone. */
    takeFresh(error: SendError & { others?: OtherPlan[] }) {
      if (!error.others) return;
      const changed = changedOf(others, error.others);
      const choices = { ...chosen?.choices, ...Object.fromEntries(changed.map((gone) => [gone, undefined])) };
      keep({ fresh: error.others, changed, choices });
    },
  };
}
export type Others = ReturnType<typeof useOthers>;
