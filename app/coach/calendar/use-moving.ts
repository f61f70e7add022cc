"use client";

import { useCallback, useState } from "react";
import { type WallTime, wallTimeAt } from "#lib/time/wall-clock.ts";
import type { Movable } from "./session-item.ts";

/** Where a session is being taken. Nothing is sent before the coach has been asked. */
export type Moving = { session: Movable; to: WallTime; by: "pointer" | "keys"; isAsked: boolean };

export function useMoving(zone: string, asked: Movable | undefined) {
  const [moving, setMoving] = useState<Moving | undefined>(
    asked && { session: asked, to: wallTimeAt(asked.start, zone), by: "pointer", isAsked: true },
  );

  const begin = useCallback(
    (session: Movable, by: Moving["by"], { ask = false } = {}) =>
      setMoving({ session, to: wallTimeAt(session.start, zone), by, isAsked: ask }),
    [zone],
  );
  const take = useCallback((to: WallTime) => setMoving((now) => now && { ...now, to }), []);
  const ask = useCallback(() => setMoving((now) => now && { ...now, isAsked: true }), []);
  const putBack = useCallback(() => {
    setMoving(undefined);
    forgetWhatWasAsked();
  }, []);
  return { moving, begin, take, ask, putBack };
}

// Else the page would ask again when it is read anew.
function forgetWhatWasAsked() {
  const here = new URL(location.href);
  if (!here.searchParams.has("move")) return;
  here.searchParams.delete("move");
  history.replaceState(null, "", here);
}
