"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { type SendError, type Sent, sendJson } from "#app/send.ts";

type Answer = { undo?: string };

/** What is done to the lessons beside a session, one thing at a time. The page is read anew after each. */
export function useBeside() {
  const router = useRouter();
  const [error, setError] = useState<SendError>();
  const [isActing, setIsActing] = useState(false);
  const isUnderWay = useRef(false);

  /** Undefined: it was not done, and `error` says why; or something else is under way. */
  async function act(path: string, body: object = {}): Promise<Answer | undefined> {
    if (isUnderWay.current) return undefined;
    isUnderWay.current = true;
    setIsActing(true);
    setError(undefined);
    const sent: Sent<Answer> = await sendJson<Answer>(`/api/coach${path}`, body);
    isUnderWay.current = false;
    setIsActing(false);
    if (sent.ok) router.refresh();
    else setError(sent.error);
    return sent.ok ? sent.data : undefined;
  }

  return { act, isActing, error };
}
