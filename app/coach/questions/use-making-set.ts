"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type SendError, sendJson } from "#app/send.ts";

/** Makes a set and shows it. */
export function useMakingSet() {
  const router = useRouter();
  const [error, setError] = useState<SendError>();
  const [isBusy, setBusy] = useState(false);

  async function make(wish: { name: string; from: string | null }) {
    if (isBusy) return;
    setBusy(true);
    setError(undefined);
    const sent = await sendJson<{ id: string }>("/api/coach/questions", wish);
    setBusy(false);
    if (sent.ok) router.push(`/coach/questions/${sent.data.id}`);
    else setError(sent.error);
  }

  return { make, error, isBusy };
}
