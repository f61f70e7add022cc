"use client";

import { useState } from "react";
import { sendJson } from "#app/send.ts";

/** Ends the session and leaves with a whole new page, so that nothing of it stays in this window. */
export function SignOut() {
  const [problem, setProblem] = useState<string>();
  const [isSending, setSending] = useState(false);

  async function signOut() {
    if (isSending) return;
    setSending(true);
    const sent = await sendJson("/api/sign-out", {});
    if (sent.ok) return window.location.assign("/");
    setSending(false);
    setProblem(sent.error.message);
  }

  return (
    <>
      {problem && (
        <span className="small" role="alert">
          {problem}
        </span>
      )}
      <button
        type="button"
        className="sign-out"
        aria-disabled={isSending || undefined}
        onClick={() => void signOut()}
      >
        Sign out
      </button>
    </>
  );
}
