import { useState } from "react";
import { type SendError, sendJson } from "#app/send.ts";

export type Asked = { at: number; until: number; again: boolean };
export type Asking = ReturnType<typeof useAsking>;

const minute = 60_000;

/** Asks the portal to send a mail, once a minute at most: it would not send more, and would not say so. */
export function useAsking(path: "/api/sign-in" | "/api/sign-in/again", body: Record<string, unknown>) {
  const [asked, setAsked] = useState<Asked>();
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<SendError>();
  const [isTooSoon, setTooSoon] = useState(false);

  async function ask() {
    if (isSending) return;
    const soon = asked !== undefined && Date.now() - asked.at < minute;
    setTooSoon(soon);
    if (soon) return;
    setSending(true);
    setError(undefined);
    const sent = await sendJson<{ until: string }>(path, body);
    setSending(false);
    if (!sent.ok) setError(sent.error);
    else setAsked({ at: Date.now(), until: Date.parse(sent.data.until), again: asked !== undefined });
  }

  /** Back to the address. */
  function forget() {
    setAsked(undefined);
    setError(undefined);
    setTooSoon(false);
  }

  return { asked, isSending, isTooSoon, error, ask, forget };
}
