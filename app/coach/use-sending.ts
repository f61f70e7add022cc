"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type SendError, sendJson } from "#app/send.ts";

/** Sends one answer of the coach's. When it went well the page is read anew, or another one is shown. */
export function useSending(path: string) {
  const router = useRouter();
  const [error, setError] = useState<SendError>();
  const [isBusy, setIsBusy] = useState(false);

  async function send(body: unknown, { goTo }: { goTo?: string } = {}): Promise<boolean> {
    if (isBusy) return false;
    setIsBusy(true);
    setError(undefined);
    const sent = await sendJson(path, body);
    if (!sent.ok) {
      setIsBusy(false);
      setError(sent.error);
      return false;
    }
    if (goTo) router.replace(goTo as "/");
    else setIsBusy(false);
    router.refresh();
    return true;
  }

  return { send, error, isBusy };
}
