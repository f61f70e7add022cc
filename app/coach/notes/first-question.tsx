"use client";

import { useRef } from "react";
import { Icon } from "#app/ui/icons.tsx";
import { Status } from "#app/ui/status.tsx";
import type { NoteSheet } from "#lib/notes/queries.ts";
import { NotKept } from "./not-kept.tsx";
import { saidOf, useKeptWords } from "./use-kept-words.ts";

/** One line to begin a session with, beside what the client wrote. The form's heading is its label. */
export function FirstQuestion({ sheet }: { sheet: NoteSheet }) {
  const form = useRef<HTMLFormElement>(null);
  const { author, of, answers, revision, saved, fields } = sheet;
  const stored = { answers, revision };
  const kept = useKeptWords({ path: "/api/coach/notes", about: { author, ...of }, stored, saved, form });
  const { standing } = kept;
  return (
    <form
      className="first-question"
      ref={form}
      autoComplete="off"
      onBlur={kept.onBlur}
      onInput={kept.onInput}
      onSubmit={(event) => {
        event.preventDefault();
        kept.keeping.save();
      }}
    >
      <h2>
        <label htmlFor="first-question">My first question</label>
      </h2>
      <input
        id="first-question"
        name="answer.question"
        defaultValue={answers.question}
        maxLength={300}
        aria-describedby="first-question-who"
      />
      <p className="only-you" id="first-question-who">
        <Icon name="lock" />
        Only you can read this
      </p>
      {(standing.is !== "saved" || standing.words !== "") && (
        <Status done={standing.is === "saved"}>{saidOf(standing, "")}</Status>
      )}
      <NotKept kept={kept} fields={fields} />
    </form>
  );
}
