"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type SendError, sendJson } from "#app/send.ts";
import type { SpokenKind } from "#lib/mail/words/spoken.ts";

/** `savedAt` is an instant as the server wrote it, null where the words are those that come with the portal. */
export type Kept = { words: string; savedAt: string | null };

/** Keeps what is typed, unless somebody else did meanwhile: then `others` are their words. `saved` is the page's. */
export function useOwnWords(kind: SpokenKind, saved: Kept) {
  const router = useRouter();
  const [kept, setKept] = useState(saved);
  const [error, setError] = useState<SendError>();
  const [isSaving, setIsSaving] = useState(false);
  const [keptAt, setKeptAt] = useState<number>();

  async function keep(words: string, { over = kept }: { over?: Kept } = {}): Promise<boolean> {
    if (isSaving) return false;
    setIsSaving(true);
    const sent = await sendJson<Pick<Kept, "savedAt">>("/api/coach/letters", {
      kind,
      words,
      seen: over.savedAt,
    });
    setIsSaving(false);
    setError(sent.ok ? undefined : sent.error);
    if (sent.ok) {
      setKept({ words: clean(words), savedAt: sent.data.savedAt });
      setKeptAt(Date.now());
    }
    // Also after a no: the page then brings the words that are there instead.
    if (sent.ok || sent.error.code === "changed_elsewhere") router.refresh();
    return sent.ok;
  }

  function take(others: Kept) {
    setKept(others);
    setError(undefined);
  }

  const isBehind = error?.code === "changed_elsewhere" && saved.savedAt !== kept.savedAt;
  return { keep, take, kept, keptAt, isSaving, error, others: isBehind ? saved : undefined };
}

/** As the server keeps it. */
export function clean(words: string): string {
  return words.replaceAll("\r\n", "\n").normalize("NFC").trim();
}
