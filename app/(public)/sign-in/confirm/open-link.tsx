"use client";

import { useState } from "react";
import { Actions, Button, ButtonLink } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { KeepTick } from "../keep-tick.tsx";
import { NotConfirmed } from "../not-confirmed.tsx";
import { Problem } from "../problem.tsx";
import { useEntering } from "../use-entering.ts";
import { EndedLink } from "./ended-link.tsx";
import { useCleanAddressBar } from "./use-clean-address-bar.ts";

type OpenLinkProps = {
  token: string;
  next: string | undefined;
  /** Masked. */
  address: string;
  /** This browser asked for the mail. */
  isBound: boolean;
  /** What it confirms, besides signing in. */
  time: { when: string; zone: string } | undefined;
};

export function OpenLink({ token, next, address, isBound, time }: OpenLinkProps) {
  const [email, setEmail] = useState("");
  const [keep, setKeep] = useState(false);
  const { enter, isSending, error, refused } = useEntering("/api/sign-in/confirm");
  useCleanAddressBar();
  if (refused) return <NotConfirmed message={refused} />;
  if (error?.code === "link_ended")
    return <EndedLink {...{ token, next, address }} wasHold={time !== undefined} />;
  const asksAddress = !isBound || error?.field === "email";

  return (
    <section className="measure stack" aria-labelledby="press">
      <h2 id="press">{time ? time.when : "One press, and you are in"}</h2>
      {time && <p className="quiet">{time.zone}</p>}
      <p>
        {time ? "Confirming also signs you in" : "You are about to sign in"} as{" "}
        <strong className="inline-block">{address}</strong> on this device.
      </p>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void enter({ token, keep, next, ...(asksAddress && { email }) });
        }}
      >
        {asksAddress && (
          <TextField
            name="email"
            type="email"
            label="The address this mail came to"
            hint="This is another device or another app than the one that asked, so we make sure that it is you."
            autoComplete="email"
            maxLength={320}
            value={email}
            onChange={(event) => setEmail(event.target.value)}
            error={error?.field === "email" ? error.message : undefined}
            required
          />
        )}
        <KeepTick checked={keep} onChange={setKeep} />
        <Problem error={error} field="email" />
        <Actions>
          <Button aria-disabled={isSending || undefined}>{time ? "Confirm this time" : "Sign in"}</Button>
          <ButtonLink href="/" look="quiet">
            This wasn’t me
          </ButtonLink>
          <span className="small quiet" role="status">
            {isSending && "One moment."}
          </span>
        </Actions>
      </form>
      <p className="small quiet">
        We ask for this press because some mail programs open links by themselves.
      </p>
    </section>
  );
}
