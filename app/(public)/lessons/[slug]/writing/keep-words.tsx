"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { autosave, type Standing } from "#app/autosave.ts";
import { type SendError, sendJson } from "#app/send.ts";
import { Button } from "#app/ui/button.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { Status } from "#app/ui/status.tsx";
import type { Answers } from "#lib/reflections/answers.ts";
import { AboutWords } from "./about-words.tsx";
import { WrittenElsewhere } from "./written-elsewhere.tsx";

type Props = {
  /** Where it is kept. */
  path: "/api/reflections" | "/api/journal";
  /** What is told of the words each time. */
  about: Record<string, string>;
  /** The address that shows this page again. */
  back: string;
  stored: { answers: Answers; revision: number };
  /** When that was saved, in words; empty: nothing was. */
  saved: string;
  /** Those that have a name. */
  fields: { id: string; label: string }[];
  /** Somebody can read what stands here now. */
  isShown: boolean;
  badge: ReactNode;
  sharing: ReactNode;
  children: ReactNode;
};

// What a second press within it is: a double click, which must not take back what the first one did.
const oneClick = 600;

const leaving = "What you wrote last is not saved yet, and would be lost. Leave this page?";

/** The form around what somebody writes: it saves as they type, and by its button where scripts do not run. */
export function KeepWords({
  path,
  about,
  back,
  stored,
  saved,
  fields,
  isShown,
  badge,
  sharing,
  children,
}: Props) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const others = useRef<HTMLDivElement>(null);
  const sentAt = useRef(Number.NEGATIVE_INFINITY);
  const [standing, tell] = useState<Standing>({ is: "saved", words: saved });
  const [keeping] = useState(() =>
    autosave({ path, about, stored, read: () => wordsIn(form.current), tell }),
  );
  const { is } = standing;

  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    let isLeavingQuickly = false;
    // Typed before the page could listen.
    if (keeping.isUnsaved()) keeping.typed();
    addEventListener("focus", () => keeping.save(), { signal });
    addEventListener("pagehide", () => keeping.save(), { signal });
    document.addEventListener(
      "visibilitychange",
      () => document.visibilityState === "hidden" && keeping.save(),
      { signal },
    );
    document.addEventListener(
      "click",
      (event) => {
        const link = event.target instanceof Element ? event.target.closest("a") : null;
        isLeavingQuickly = link !== null && link.origin !== location.origin;
        const isAway = link !== null && !link.target && link.pathname !== location.pathname;
        if (!isAway || isLeavingQuickly || !keeping.isStuck() || confirm(leaving)) return;
        event.preventDefault();
        event.stopPropagation();
      },
      { capture: true, signal },
    );
    addEventListener(
      "beforeunload",
      (event) => !isLeavingQuickly && keeping.isUnsaved() && event.preventDefault(),
      { signal },
    );
    return () => {
      listening.abort();
      keeping.save();
    };
  }, [keeping]);

  // Who can read what stands here is another matter once it has changed.
  useEffect(() => {
    if (is === "saved" && isShown && keeping.revision() !== stored.revision) router.refresh();
  }, [is, isShown, keeping, router, stored.revision]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const to = submitter?.getAttribute("formaction");
    if (!to) return keeping.save();
    if (event.timeStamp - sentAt.current < oneClick) return;
    sentAt.current = event.timeStamp;
    const { value: reader } = submitter as HTMLButtonElement;
    const isDone = reader ? await keeping.sendTo(to, { reader }) : await act(to);
    if (!isDone) return;
    others.current?.focus();
    router.refresh();
  }

  async function act(to: string): Promise<boolean> {
    const sent = await sendJson(to, {});
    if (!sent.ok) tell({ is: "refused", error: sent.error, isAct: true });
    return sent.ok;
  }

  function takeOther() {
    const other = keeping.seeOther();
    for (const field of Object.keys(wordsIn(form.current))) show(form.current, field, other[field] ?? "");
  }

  return (
    <form
      className="writing"
      method="post"
      action={path}
      autoComplete="off"
      ref={form}
      onSubmit={(event) => void submit(event)}
      onBlur={() => keeping.save()}
      onInput={({ target }) => {
        if (target instanceof HTMLTextAreaElement) show(form.current, fieldOf(target), target.value);
        keeping.typed();
      }}
    >
      <AboutWords about={about} revision={stored.revision} back={back} />
      {children}
      <div className="writing__foot" lang="en">
        {badge}
        <Status done={is === "saved" && standing.words !== ""}>{said(standing)}</Status>
      </div>
      {is === "elsewhere" && (
        <WrittenElsewhere
          answers={standing.stored.answers}
          fields={fields}
          onKeep={() => keeping.keepThis()}
          onTake={takeOther}
        />
      )}
      {is === "refused" && <NotSaved error={standing.error} again={() => keeping.save()} />}
      <noscript>
        <Button look="plain">Save</Button>
      </noscript>
      <div className="sharing" lang="en" tabIndex={-1} ref={others} aria-live="polite">
        {sharing}
      </div>
    </form>
  );
}

function NotSaved({ error, again }: { error: SendError; again: () => void }) {
  return (
    <div lang="en">
      <Refused error={error} />
      <Button className="mt-4" type="button" look="plain" onClick={again}>
        Try again
      </Button>
    </div>
  );
}

function said(standing: Standing): string {
  switch (standing.is) {
    case "saved":
      return standing.words || "Saved as you type. You can come back any time.";
    case "typed":
    case "saving":
      return "Saving";
    case "waiting":
      return "Not saved yet. What you wrote is still here, and it is tried again by itself.";
    default:
      return "Not saved yet.";
  }
}

const fieldOf = ({ name }: HTMLTextAreaElement) => name.replace("answer.", "");

function wordsIn(form: HTMLFormElement | null): Answers {
  const areas = [...(form?.querySelectorAll("textarea") ?? [])];
  return Object.fromEntries(areas.map((area) => [fieldOf(area), area.value]));
}

/** Puts words in a field, unless they are there, and wherever the page shows them once more. */
function show(form: HTMLFormElement | null, field: string, words: string) {
  const area = form?.elements.namedItem(`answer.${field}`);
  if (area instanceof HTMLTextAreaElement && area.value !== words) area.value = words;
  for (const place of form?.querySelectorAll(`[data-shows="${field}"]`) ?? []) place.textContent = words;
}
