"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { useSending } from "#app/coach/use-sending.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { Status } from "#app/ui/status.tsx";

const empty = { name: "", email: "" };

/** Whom to ask. What was typed stays until the letter is on its way. */
export function InviteCoachForm() {
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(empty);
  const [sentTo, setSentTo] = useState<string>();
  const { send, error, isBusy } = useSending("/api/practice/invitations");
  useEffect(() => {
    if (error) form.current?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus();
  }, [error]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setSentTo(undefined);
    if (!(await send(typed))) return;
    setSentTo(typed.name);
    setTyped(empty);
  }

  const field = (name: keyof typeof empty, more: { label: string; hint: string; type?: string }) => (
    <TextField
      name={name}
      autoComplete="off"
      {...more}
      value={typed[name]}
      onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
      error={error?.field === name ? error.message : undefined}
      required
    />
  );
  const hasPlace = error?.field === "name" || error?.field === "email";
  return (
    <form ref={form} className="stack" noValidate onSubmit={submit}>
      <p className="quiet measure">
        They get a letter with the way in. They can begin as soon as they have signed in with this address,
        and nobody can book them until they open a kind of session.
      </p>
      {field("name", { label: "What are they called?", hint: "Clients read this name." })}
      {field("email", { label: "Email", type: "email", hint: "The address that they will sign in with." })}
      {error && !hasPlace && <Refused error={error} />}
      <Actions>
        <Button aria-disabled={isBusy || undefined}>{isBusy ? "Sending" : "Send the invitation"}</Button>
        <Status done={sentTo !== undefined}>{sentTo && `The letter to ${sentTo} is on its way.`}</Status>
      </Actions>
    </form>
  );
}
