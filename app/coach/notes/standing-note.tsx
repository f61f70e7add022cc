"use client";

import { useRef } from "react";
import { Icon } from "#app/ui/icons.tsx";
import { Status } from "#app/ui/status.tsx";
import type { NoteSheet } from "#lib/notes/queries.ts";
import { NotKept } from "./not-kept.tsx";
import { saidOf, useKeptWords } from "./use-kept-words.ts";

/** What a coach has in mind of a client at any time. `name`: the client's. */
export function StandingNote({ sheet, name }: { sheet: NoteSheet; name: string }) {
  const form = useRef<HTMLFormElement>(null);
  const { author, of, answers, revision, saved, fields } = sheet;
  const stored = { answers, revision };
  const kept = useKeptWords({ path: "/api/coach/notes", about: { author, ...of }, stored, saved, form });
  const { standing } = kept;
  return (
    <form
      className="sheet sheet--private"
      aria-labelledby="standing-note"
      ref={form}
      autoComplete="off"
      onBlur={kept.onBlur}
      onInput={kept.onInput}
      onSubmit={(event) => {
        event.preventDefault();
        kept.keeping.save();
      }}
    >
      <div className="sheet__head">
        <Icon name="lock" />
        <h2 id="standing-note">About {name}, for yourself</h2> Only you can read this
      </div>
      <div className="sheet__body">
        <textarea
          id="standing-note-words"
          name="answer.about"
          rows={4}
          defaultValue={answers.about}
          aria-labelledby="standing-note"
        />
        <Status done={standing.is === "saved" && standing.words !== ""}>
          {saidOf(standing, "Saved as you type.")}
        </Status>
        <NotKept kept={kept} fields={fields} />
      </div>
    </form>
  );
}
