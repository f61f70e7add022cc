"use client";

import { useRef, useState } from "react";
import { type SendError, sendJson } from "#app/send.ts";

type Changes = Record<string, boolean | number | string>;

export type Keeping = ReturnType<typeof useKeeping>;

/**
 * Keeps changes as they are made, one after the other. What does not come through waits, and goes with the next one or
 * when asked again; what the portal refuses is forgotten, and its field says why.
 */
export function useKeeping(path: string) {
  const waiting = useRef<Changes>({});
  const isBusy = useRef(false);
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<SendError>();
  const [keptAt, setKeptAt] = useState<number>();

  async function send() {
    if (isBusy.current) return;
    isBusy.current = true;
    setSending(true);
    let problem: SendError | undefined;
    const tried = new Set<string>();
    while (Object.keys(waiting.current).length > 0) {
      const changes = waiting.current;
      waiting.current = {};
      for (const field of Object.keys(changes)) tried.add(field);
      const sent = await sendJson(path, changes);
      if (sent.ok) {
        setKeptAt(Date.now());
        continue;
      }
      problem = sent.error;
      const { [problem.field ?? ""]: refused, ...others } = changes;
      waiting.current = { ...others, ...waiting.current };
      if (refused === undefined) break;
    }
    isBusy.current = false;
    setSending(false);
    const isStillWrong = (one?: SendError) => one?.field !== undefined && !tried.has(one.field);
    setError((before) => problem ?? (isStillWrong(before) ? before : undefined));
  }

  return {
    path,
    isSending,
    error,
    /** Epoch milliseconds of the last change that was kept. */
    keptAt,
    keep: (changes: Changes) => {
      Object.assign(waiting.current, changes);
      void send();
    },
    again: () => void send(),
  };
}
