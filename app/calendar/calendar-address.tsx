"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { type SendError, sendJson } from "#app/send.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { AddressField } from "./address-field.tsx";

type Act = keyof typeof asking;

/** The secret address: made, copied, changed, stopped. What takes it from a program is asked before it is done. */
export function CalendarAddress({ address }: { address: string | undefined }) {
  const router = useRouter();
  const [asked, setAsked] = useState<Act>();
  const [error, setError] = useState<SendError>();
  const [isSending, setSending] = useState(false);
  const [isShowing, startShowing] = useTransition();
  const isBusy = isSending || isShowing;

  async function send(path: string, body: object) {
    if (isBusy) return;
    setSending(true);
    setError(undefined);
    const sent = await sendJson(path, body);
    setSending(false);
    setAsked(undefined);
    if (sent.ok) startShowing(() => router.refresh());
    else setError(sent.error);
  }

  return (
    <>
      {error && <Refused error={error} className="mt-4" />}
      {address ? (
        <>
          <AddressField key={address} address={address} />
          <Actions className="mt-4">
            <Button type="button" look="quiet" onClick={() => setAsked("renew")}>
              Make a new address
            </Button>
            <Button type="button" look="quiet" onClick={() => setAsked("stop")}>
              Stop this
            </Button>
          </Actions>
        </>
      ) : (
        <Actions className="mt-5">
          <Button
            type="button"
            aria-disabled={isBusy || undefined}
            onClick={() => void send("/api/calendar-feed", { renew: false })}
          >
            {isBusy ? "Making it" : "Make an address"}
          </Button>
        </Actions>
      )}
      <Dialog
        open={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={asked && asking[asked].title}
      >
        {asked && (
          <>
            <p>{asking[asked].what}</p>
            <Actions>
              <Button
                type="button"
                aria-disabled={isBusy || undefined}
                onClick={() => void send(asking[asked].path, asking[asked].body)}
              >
                {asking[asked].yes}
              </Button>
              <Button type="button" look="plain" onClick={() => setAsked(undefined)}>
                Keep it as it is
              </Button>
            </Actions>
          </>
        )}
      </Dialog>
    </>
  );
}

const asking = {
  renew: {
    title: "Make a new address?",
    what: "The old one stops at once. Every program that reads your times needs the new one.",
    yes: "Make a new address",
    path: "/api/calendar-feed",
    body: { renew: true },
  },
  stop: {
    title: "Stop this address?",
    what: "No program can read your times from then on. Some keep what they read last until you remove the calendar there. Your sessions stay as they are.",
    yes: "Stop this address",
    path: "/api/calendar-feed/stop",
    body: {},
  },
};
