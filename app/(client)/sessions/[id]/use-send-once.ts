import { useRouter } from "next/navigation";
import { useState } from "react";
import { type SendError, sendJson } from "#app/send.ts";

/** One press that changes how this meeting stands; then the page is read anew, and reading begins at its top. */
export function useSendOnce(path: string) {
  const router = useRouter();
  const [error, setError] = useState<SendError>();
  const [isSending, setSending] = useState(false);

  async function send(body: unknown) {
    if (isSending) return;
    setSending(true);
    setError(undefined);
    const sent = await sendJson(path, body);
    setSending(false);
    if (!sent.ok) return setError(sent.error);
    document.getElementById("main")?.focus();
    router.refresh();
  }
  return { send, error, isSending };
}
