"use client";

import { useState } from "react";
import { sendJson } from "#app/send.ts";

/** Ends the session on this device, then loads anew so that nothing of it stays in memory. */
export function SignOut() {
  const [isSending, setSending] = useState(false);
  async function signOut() {
    setSending(true);
    const sent = await sendJson("/api/sign-out", {});
    if (sent.ok) location.assign("/");
    else setSending(false);
  }
  return (
    <button type="button" className="sign-out" disabled={isSending} onClick={() => void signOut()}>
      Sign out
    </button>
  );
}
