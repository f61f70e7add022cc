"use client";

import { useEffect, useRef, useState } from "react";
import type { SendError } from "#app/send.ts";
import { longestPassage, type SpokenKind } from "#lib/mail/words/spoken.ts";
import { clean } from "./use-own-words.ts";

export type Look = "light" | "dark" | "text";

const pause = 300;
const away = "The letter cannot be shown just now. What you typed is still here.";

/** Shows a letter in `frame`, whose first address is `first`, or gives its plain text, once typing has paused. */
export function usePreview({ kind, words, look }: { kind: SpokenKind; words: string; look: Look }) {
  const query = new URLSearchParams({ kind, words: clean(words), look });
  const address = `/api/coach/letters/preview?${query}`;
  const frame = useRef<HTMLIFrameElement>(null);
  const [first] = useState(address);
  const inFrame = useRef(first);
  const [text, setText] = useState("");
  const [problem, setProblem] = useState<string>();
  const isTooLong = clean(words).length > longestPassage;

  useEffect(() => {
    if (isTooLong) return;
    const asking = new AbortController();
    const timer = setTimeout(async () => {
      const { said, problem } = await ask(address, asking.signal);
      if (asking.signal.aborted) return;
      setProblem(problem);
      if (problem) return;
      if (look === "text") setText(said);
      else if (inFrame.current !== address) {
        inFrame.current = address;
        // Not by its `src`: each of those would be one more step for the browser's way back.
        frame.current?.contentWindow?.location.replace(address);
      }
    }, pause);
    return () => {
      clearTimeout(timer);
      asking.abort();
    };
  }, [address, look, isTooLong]);

  return {
    frame,
    first,
    text,
    problem: isTooLong ? "The letter is shown again as soon as the words fit into it." : problem,
  };
}

/** Asked before it is framed, since nobody can look into that frame to see what went wrong. */
async function ask(address: string, signal: AbortSignal): Promise<{ said: string; problem?: string }> {
  try {
    const response = await fetch(address, { signal });
    const said = await response.text();
    if (response.ok) return { said };
    const { error } = JSON.parse(said) as { error?: SendError };
    return { said: "", problem: error?.message ?? away };
  } catch {
    return { said: "", problem: away };
  }
}
