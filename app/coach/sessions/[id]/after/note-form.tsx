"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { NotKept } from "#app/coach/notes/not-kept.tsx";
import { saidOf, useKeptWords } from "#app/coach/notes/use-kept-words.ts";
import { Button } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icons.tsx";
import { Status } from "#app/ui/status.tsx";
import { namesOf } from "#app/ui/when.tsx";
import type { SessionKind } from "#lib/notes/fields.ts";
import type { NoteSheet } from "#lib/notes/queries.ts";
import { SheetFields } from "./sheet-fields.tsx";
import { TemplateChoice } from "./template-choice.tsx";
import { useTemplate } from "./use-template.ts";

type NoteFormProps = {
  sheet: NoteSheet;
  kind: SessionKind;
  title: string;
  /** Whom it is about. */
  names: string[];
  /** When it was finished, in words. */
  finished: string | undefined;
};

/** What a coach writes for themselves about a session. */
export function NoteForm({ sheet, kind, title, names, finished }: NoteFormProps) {
  const { author, of, answers, revision, saved } = sheet;
  const id = `note-${of.about ?? "both"}`;
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const template = useTemplate(sheet.fields, form);
  const [about] = useState({ author, ...of, labels: template.labels });
  const kept = useKeptWords({
    ...{ path: "/api/coach/notes", about, stored: { answers, revision }, saved, form },
  });
  const { standing, keeping } = kept;
  const isFinished = finished !== undefined && keeping.revision() === revision && standing.is === "saved";

  async function finish() {
    if (await keeping.sendTo("/api/coach/notes/finish", {})) router.refresh();
  }

  return (
    <form
      className="sheet sheet--private"
      aria-labelledby={id}
      ref={form}
      autoComplete="off"
      onBlur={kept.onBlur}
      onInput={kept.onInput}
      onSubmit={(event) => {
        event.preventDefault();
        void finish();
      }}
    >
      <div className="sheet__head">
        <Icon name="lock" />
        <h3 id={id}>{title}</h3>
        <p>
          Only you can read this. {namesOf(names.map((name) => ({ name })))}{" "}
          {names.length > 1
            ? "know that it exists and may ask for a copy of their"
            : "knows that it exists and may ask for a copy of the"}{" "}
          record.
        </p>
      </div>
      <div className="sheet__body">
        <SheetFields id={id} fields={template.fields} answers={answers} />
        <NotKept kept={kept} fields={template.fields} />
        <div className="sheet__foot">
          <Status done={standing.is === "saved" && standing.words !== ""}>
            {isFinished ? `Finished ${finished}` : saidOf(standing, "Saved as you type.")}
          </Status>
          {!isFinished && <Button look="plain">Finish this note</Button>}
        </div>
        <div className="actions small">
          {revision > 0 && (
            <Link
              href={`/coach/sessions/${of.booking}/versions?of=note${of.about ? `&about=${of.about}` : ""}`}
              prefetch={false}
            >
              Earlier versions<span className="unseen"> of {title}</span>
            </Link>
          )}
          <TemplateChoice
            kind={kind}
            part="note"
            used={template.used}
            onUse={(name, fields) => kept.put(template.use(name, fields))}
            onUndo={() => kept.put(template.undo())}
          />
        </div>
      </div>
    </form>
  );
}
