"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { type SendError, sendJson } from "#app/send.ts";
import { Actions, Button, ButtonLink } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";

export type OneThingShown = {
  lessonId: string;
  title: string;
  /** "Sergio thought this might be useful before Thursday. Only if you like." */
  words: string;
  /** "6 minutes". Left out for one exercise. */
  length: string | undefined;
  href: Route;
};

/** The one thing that a coach thought might help now, and two ways to answer it, one as good as the other. */
export function OneThing({
  thing,
  isQuiet,
}: {
  thing: OneThingShown | undefined;
  /** Something else on the page is the one thing to do. */
  isQuiet: boolean;
}) {
  const router = useRouter();
  const [aside, setAside] = useState<OneThingShown>();
  const [error, setError] = useState<SendError>();
  const isBusy = useRef(false);

  async function say(answer: "aside" | "undo", about: OneThingShown) {
    if (isBusy.current) return;
    isBusy.current = true;
    const sent = await sendJson(`/api/lessons/${about.lessonId}/progress`, { answer });
    isBusy.current = false;
    setError(sent.ok ? undefined : sent.error);
    if (!sent.ok) return;
    setAside(answer === "aside" ? about : undefined);
    router.refresh();
  }

  if (aside) return <SetAside title={aside.title} error={error} onUndo={() => void say("undo", aside)} />;
  if (!thing) return null;
  return (
    <section className="card card--soft helps" aria-labelledby="helps">
      <h2 id="helps">{thing.title}</h2>
      <p>{thing.words}</p>
      {error && <Refused error={error} />}
      <form
        action={`/api/lessons/${thing.lessonId}/progress`}
        method="post"
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void say("aside", thing);
        }}
      >
        <input type="hidden" name="back" value="/sessions" />
        <Actions>
          <ButtonLink look={isQuiet ? "plain" : "act"} href={thing.href}>
            Open it
          </ButtonLink>
          <Button look={isQuiet ? "quiet" : "plain"} name="answer" value="aside">
            Not for me today
          </Button>
        </Actions>
      </form>
      {thing.length && <p className="small quiet">{thing.length}</p>}
    </section>
  );
}

/** Takes the focus that the button had. */
function SetAside({
  title,
  error,
  onUndo,
}: {
  title: string;
  error: SendError | undefined;
  onUndo: () => void;
}) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <section className="helps" aria-label={title}>
      <p role="status" className="quiet">
        Set aside. It stays among your lessons, and nobody is told.
      </p>
      {error && <Refused error={error} />}
      <Button ref={button} type="button" look="quiet" onClick={onUndo}>
        Undo
      </Button>
    </section>
  );
}
