"use client";

import { useState } from "react";
import { Problem } from "#app/(public)/sign-in/problem.tsx";
import { useAsking } from "#app/(public)/sign-in/use-asking.ts";
import { useEntering } from "#app/(public)/sign-in/use-entering.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { CodeField, TextField } from "#app/ui/field.tsx";

type Props = {
  /** Somebody else is signed in here now. */
  isAnother: boolean;
  again: () => void;
  aside: () => void;
};

/** Signing in without leaving the page, so that nothing on it is lost. */
export function SignInAgain({ isAnother, again, aside }: Props) {
  const [email, setEmail] = useState("");
  const [code, setCode] = useState("");
  const asking = useAsking("/api/sign-in", { email });
  const entering = useEntering("/api/sign-in/code", again);
  const isAsked = asking.asked !== undefined;
  const problem = isAsked ? (entering.error ?? asking.error) : asking.error;
  const errorAt = (field: string) => (problem?.field === field ? problem.message : undefined);
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void (isAsked ? entering.enter({ email, code }) : asking.ask());
      }}
    >
      <p>
        {isAnother
          ? "Somebody else is signed in here now, so nothing was saved under their name. Sign in as yourself to go on."
          : "You were signed out. Every word is still here on this page, and is saved once you are back."}
      </p>
      {isAsked ? (
        <>
          <p>
            If <strong>{email}</strong> is known here, a mail is on its way. Type its code here, or open its
            link in this browser and then try again.
          </p>
          <CodeField
            name="code"
            label="Code from the mail"
            maxLength={12}
            value={code}
            onChange={({ target }) => setCode(target.value)}
            error={errorAt("code")}
            required
          />
        </>
      ) : (
        <TextField
          name="email"
          type="email"
          label="Email"
          hint="The mail is called “A note from your portal”."
          autoComplete="email"
          maxLength={320}
          value={email}
          onChange={({ target }) => setEmail(target.value)}
          error={errorAt("email")}
          required
        />
      )}
      <Problem error={problem} field={isAsked ? "code" : "email"} />
      {entering.refused && <p>{entering.refused}</p>}
      <Actions>
        <Button aria-disabled={asking.isSending || entering.isSending || undefined}>
          {isAsked ? "Sign in" : "Send me the mail"}
        </Button>
        <Button type="button" look="plain" onClick={again}>
          I am signed in: try again
        </Button>
        <Button type="button" look="quiet" onClick={aside}>
          Back to my answers
        </Button>
      </Actions>
      {isAsked && (
        <p className="small quiet">
          No mail after two minutes?{" "}
          <button type="button" className="plain-button" onClick={asking.forget}>
            Use another address
          </button>
        </p>
      )}
    </form>
  );
}
