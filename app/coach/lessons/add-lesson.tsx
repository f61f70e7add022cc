"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useRef, useState } from "react";
import { useFocusOnWrong } from "#app/coach/use-focus-on-wrong.ts";
import { type SendError, sendJson } from "#app/send.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { useUnsaved } from "#app/unsaved.tsx";

/** A new lesson needs nothing but a title. */
export function AddLesson({ courseId, courseTitle }: { courseId: string; courseTitle: string }) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [title, setTitle] = useState("");
  const [added, setAdded] = useState("");
  const [error, setError] = useState<SendError>();
  const [isBusy, setBusy] = useState(false);
  useUnsaved(`a new lesson of ${courseId}`, isOpen && title.trim() !== "");
  useFocusOnWrong(form, error);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    setBusy(true);
    const sent = await sendJson("/api/coach/lessons", { courseId, title });
    setBusy(false);
    setError(sent.ok ? undefined : sent.error);
    if (!sent.ok) return;
    setAdded(title.trim());
    close();
    router.refresh();
  }

  function close() {
    setTitle("");
    setOpen(false);
    setError(undefined);
    opener.current?.focus();
  }

  const ofTitle = error?.field === "title" ? error.message : undefined;
  return (
    <>
      <p className="mt-4">
        <Button ref={opener} type="button" look="quiet" onClick={() => setOpen(true)}>
          Add a lesson<span className="unseen"> to {courseTitle}</span>
        </Button>
        <span role="status" className="small quiet">
          {added && ` “${added}” is the last lesson of the course now, as a draft.`}
        </span>
      </p>
      {isOpen && (
        <form ref={form} className="card stack" noValidate onSubmit={submit} aria-label="A new lesson">
          <TextField
            id={`title-${courseId}`}
            name="title"
            label="Title"
            hint="It can be changed until you publish, and afterwards too."
            value={title}
            autoComplete="off"
            autoFocus
            onChange={(event) => setTitle(event.target.value)}
            error={ofTitle}
          />
          {error && !ofTitle && <Refused error={error} />}
          <Actions>
            <Button aria-disabled={isBusy}>{isBusy ? "Saving" : "Add this lesson"}</Button>
            <Button type="button" look="plain" onClick={close}>
              Leave it
            </Button>
          </Actions>
        </form>
      )}
    </>
  );
}
