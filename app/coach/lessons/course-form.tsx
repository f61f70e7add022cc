"use client";

import { type FormEvent, useRef, useState } from "react";
import { useFocusOnWrong } from "#app/coach/use-focus-on-wrong.ts";
import type { SendError } from "#app/send.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { TextArea, TextField } from "#app/ui/field.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { useUnsaved } from "#app/unsaved.tsx";

export type CourseWords = { title: string; summary: string; intro: string };

type CourseFormProps = {
  /** Tells its fields from those of other forms on the page. */
  id: string;
  words: CourseWords;
  error: SendError | undefined;
  isBusy: boolean;
  act: string;
  onSave: (words: CourseWords) => void;
  onLeave: () => void;
};

/** What stands about a course. */
export function CourseForm({ id, words, error, isBusy, act, onSave, onLeave }: CourseFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(words);
  const isChanged =
    typed.title !== words.title || typed.summary !== words.summary || typed.intro !== words.intro;
  useUnsaved(`course ${id}`, isChanged);
  useFocusOnWrong(form, error);
  // A change is refused by "words.title", a new course by "title".
  const field = error?.field?.replace(/^words\./, "");
  const errorOf = (name: keyof CourseWords) => (field === name ? error?.message : undefined);
  const hasPlace = field === "title" || field === "summary" || field === "intro";

  function submit(event: FormEvent) {
    event.preventDefault();
    if (!isBusy) onSave(typed);
  }

  return (
    <form ref={form} className="stack" noValidate onSubmit={submit}>
      <TextField
        id={`course-title-${id}`}
        name="title"
        label="Title"
        value={typed.title}
        autoComplete="off"
        onChange={(event) => setTyped({ ...typed, title: event.target.value })}
        error={errorOf("title")}
      />
      <TextField
        id={`course-summary-${id}`}
        name="summary"
        label="In one sentence"
        wide
        value={typed.summary}
        autoComplete="off"
        onChange={(event) => setTyped({ ...typed, summary: event.target.value })}
        error={errorOf("summary")}
      />
      <TextArea
        id={`course-intro-${id}`}
        name="intro"
        label="To begin with"
        hint="Stands above its lessons. An empty line begins a new paragraph."
        wide
        rows={6}
        value={typed.intro}
        onChange={(event) => setTyped({ ...typed, intro: event.target.value })}
        error={errorOf("intro")}
      />
      {error && !hasPlace && <Refused error={error} />}
      <Actions>
        <Button aria-disabled={isBusy}>{isBusy ? "Saving" : act}</Button>
        <Button type="button" look="plain" onClick={onLeave}>
          Leave it
        </Button>
      </Actions>
    </form>
  );
}
