"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { type SendError, sendJson } from "#app/send.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { CodeField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { forgetTyped } from "../../typed.ts";

type Confirmed = { bookingId?: string; confirmed?: boolean; message?: string };
type ConfirmHoldProps = { holdId: string; email: string; isSignedIn: boolean };

/** The code makes the time theirs and signs them in; someone who is signed in already just presses. */
export function ConfirmHold({ holdId, email, isSignedIn }: ConfirmHoldProps) {
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  const [code, setCode] = useState("");
  const [error, setError] = useState<SendError>();
  const [isSending, setSending] = useState(false);

  async function confirm(event: FormEvent) {
    event.preventDefault();
    if (isSending) return;
    if (!isSignedIn && !code.trim()) {
      field.current?.focus();
      return setError({ code: "missing", field: "code", message: "Please type the code from the mail." });
    }
    setSending(true);
    setError(undefined);
    const sent = isSignedIn
      ? await sendJson<Confirmed>(`/api/holds/${holdId}/confirm`, {})
      : await sendJson<Confirmed>("/api/sign-in/code", { email, code });
    if (sent.ok) return goOn(sent.data);
    setSending(false);
    setError(sent.error);
    field.current?.focus();
  }

  // A full load, so that the page comes with the new session.
  function goOn({ bookingId, confirmed, message }: Confirmed) {
    if (confirmed === false) {
      setSending(false);
      return setError({ code: "hold_over", message: message ?? "This time is no longer kept for you." });
    }
    forgetTyped();
    // A code from a plain sign-in mail signs in, and leaves the hold to be confirmed by a press.
    location.assign(bookingId ? `/sessions/${bookingId}` : `/book/held/${holdId}`);
  }

  async function letGo() {
    setSending(true);
    const sent = await sendJson(`/api/holds/${holdId}/release`, {});
    if (sent.ok) router.push("/book" as Route);
    else setError(sent.error);
    setSending(false);
  }

  return (
    <form noValidate onSubmit={confirm} className="grid gap-5">
      {!isSignedIn && (
        <CodeField
          ref={field}
          name="code"
          label="Code from the mail"
          hint="Six letters and numbers. Large or small makes no difference. The mail is called “A note from your portal”."
          maxLength={12}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          error={error?.field === "code" ? error.message : undefined}
        />
      )}
      {error && error.field !== "code" && (
        <Notice kind="care" role="alert">
          <p>{error.message}</p>
          {error.code === "hold_over" && (
            <p>
              <a href="/book">See free times</a>
            </p>
          )}
        </Notice>
      )}
      <Actions>
        <Button aria-disabled={isSending || undefined}>Confirm this time</Button>
        <Button type="button" look="quiet" onClick={() => void letGo()}>
          Let this time go
        </Button>
      </Actions>
    </form>
  );
}
