import { useState } from "react";
import { type SendError, sendJson } from "#app/send.ts";
import { tokenMinutes } from "#lib/auth/rules.ts";

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
    const sent = await sendJson(path, body);
    setSending(false);
    if (!sent.ok) return setError(sent.error);
    // By the clock of this device, which may be wrong: it is the one that the person looks at.
    const at = Date.now();
    setAsked({ at, until: at + tokenMinutes * minute, again: asked !== undefined });
  }

  /** Back to the address. */
  function forget() {
    setAsked(undefined);
    setError(undefined);
    setTooSoon(false);
  }

  return { asked, isSending, isTooSoon, error, ask, forget };
}
