"use client";

import { type FormEvent, type ReactNode, useRef } from "react";
import { Button } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { useUnsaved } from "#app/unsaved.tsx";
import type { Keeping } from "./use-keeping.ts";

type KeptPartProps = {
  id: string;
  title: string;
  keeping: Keeping;
  /** Typed, and not sent yet. */
  isTyped?: boolean;
  onSubmit?: () => void;
  children: ReactNode;
};

/** A part of the page whose fields are kept as they change, and by its button where scripts do not run. */
export function KeptPart({ id, title, keeping, isTyped = false, onSubmit, children }: KeptPartProps) {
  const { path, error, isSending, again } = keeping;
  const part = useRef<HTMLElement>(null);
  useUnsaved(id, isTyped || error !== undefined);

  function submit(event: FormEvent) {
    event.preventDefault();
    onSubmit?.();
  }

  function tryAgain() {
    // The button goes when it has worked.
    part.current?.focus();
    again();
  }

  return (
    <section className="hanging" aria-labelledby={id} tabIndex={-1} ref={part}>
      <h2 id={id}>{title}</h2>
      <form method="post" action={path} onSubmit={submit}>
        {children}
        {/* Without a button a form of several fields is not sent by Enter. */}
        <button type="submit" hidden />
        {error && !error.field && (
          <div className="mt-5">
            <Refused error={error} />
            <Button className="mt-4" type="button" look="plain" aria-disabled={isSending} onClick={tryAgain}>
              Try again
            </Button>
          </div>
        )}
        <noscript>
          <Button className="mt-5" look="plain">
            Save
          </Button>
        </noscript>
      </form>
    </section>
  );
}
