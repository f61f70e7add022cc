"use client";

import { useState } from "react";
import { type SendError, sendJson } from "#app/send.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { Status } from "#app/ui/status.tsx";
import type { TestSent } from "#lib/practice/test-mail.ts";
import { clockWords } from "#lib/time/words.ts";

/** One letter to oneself, the way that every letter goes. */
export function TestMail({ zone }: { zone: string }) {
  const [isBusy, setIsBusy] = useState(false);
  const [sent, setSent] = useState<TestSent>();
  const [error, setError] = useState<SendError>();

  async function send() {
    if (isBusy) return;
    setIsBusy(true);
    setSent(undefined);
    setError(undefined);
    const answer = await sendJson<TestSent>("/api/practice/test-mail", {});
    setIsBusy(false);
    if (answer.ok) setSent(answer.data);
    else setError(answer.error);
  }

  return (
    <>
      <Actions>
        <Button type="button" look="plain" aria-disabled={isBusy || undefined} onClick={() => void send()}>
          {isBusy ? "Sending" : "Send a test mail to myself"}
        </Button>
        <Status done={sent?.state === "accepted"}>{sent && sentWords(sent, zone)}</Status>
      </Actions>
      {error && <Refused error={error} />}
    </>
  );
}

function sentWords({ state, at }: TestSent, zone: string): string {
  if (state === "accepted")
    return `The mail service took it at ${clockWords(at, zone)}. Please look whether it arrives.`;
  if (state === "refused") return "The mail service refused it. Mail of the practice says why.";
  return "It waits to go out. Mail of the practice says when it has.";
}
