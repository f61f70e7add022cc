"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { SendError } from "#app/send.ts";
import type { LookedInto } from "#lib/lessons/authoring/import/import.ts";

const unreachable: SendError = {
  code: "unreachable",
  message: "We could not reach the portal. Your files are still chosen. Please try again in a moment.",
};

type Sent<T> = { ok: true; data: T } | { ok: false; error: SendError };

async function sendFiles<T>(path: string, wish: object, files: readonly File[]): Promise<Sent<T>> {
  const body = new FormData();
  body.set("wish", JSON.stringify(wish));
  for (const file of files) body.append("file", file);
  try {
    const response = await fetch(path, { method: "POST", body });
    const answer = (await response.json()) as T & { error?: SendError };
    if (response.ok) return { ok: true, data: answer };
    return { ok: false, error: answer.error ?? unreachable };
  } catch {
    // A file that was changed since it was chosen cannot be read any more either.
    return { ok: false, error: unreachable };
  }
}

/** Files that a coach chose: first they are looked into, then, by a second act, they become drafts. */
export function useImport() {
  const router = useRouter();
  const [looked, setLooked] = useState<LookedInto>();
  const [drafts, setDrafts] = useState<number>();
  const [error, setError] = useState<SendError>();
  const [isBusy, setBusy] = useState(false);

  async function ask<T>(path: string, wish: object, files: readonly File[]): Promise<T | undefined> {
    if (isBusy) return undefined;
    setBusy(true);
    setError(undefined);
    const sent = await sendFiles<T>(path, wish, files);
    setBusy(false);
    if (sent.ok) return sent.data;
    setError(sent.error);
    return undefined;
  }

  return {
    looked,
    drafts,
    error,
    isBusy,
    forget: () => {
      setLooked(undefined);
      setDrafts(undefined);
      setError(undefined);
    },
    look: async (files: readonly File[], courseId: string | null) => {
      setDrafts(undefined);
      setLooked(undefined);
      setLooked(await ask<LookedInto>("/api/coach/lessons/import/look", { courseId }, files));
    },
    take: async (
      files: readonly File[],
      wish: { courseId: string | null; mark: string; replace: string[] },
    ) => {
      const taken = await ask<{ drafts: number }>("/api/coach/lessons/import", wish, files);
      if (!taken) return;
      setLooked(undefined);
      setDrafts(taken.drafts);
      router.refresh();
    },
  };
}
