import { useState } from "react";
import { type SendError, sendJson } from "#app/send.ts";

type Entered = { next: string; confirmed?: boolean; message?: string };

/**
 * Signs in and leaves for where the person wanted to go: with a whole new page, so that nothing old is shown. Where
 * they are to stay on this one, `goOn` says what happens instead.
 */
export function useEntering(
  path: "/api/sign-in/code" | "/api/sign-in/confirm",
  goOn: (next: string) => void = (next) => window.location.assign(next),
) {
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<SendError>();
  const [refused, setRefused] = useState<string>();

  async function enter(body: Record<string, unknown>) {
    if (isSending) return;
    setSending(true);
    setError(undefined);
    const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
    const sent = await sendJson<Entered>(path, { ...body, zone });
    if (sent.ok && sent.data.confirmed !== false) return goOn(sent.data.next);
    setSending(false);
    if (sent.ok) setRefused(sent.data.message);
    else setError(sent.error);
  }

  return { enter, isSending, error, refused };
}
