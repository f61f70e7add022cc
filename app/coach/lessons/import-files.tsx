"use client";

import { type FormEvent, useRef, useState } from "react";
import { Actions, Button } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { Status } from "#app/ui/status.tsx";
import { FoundInFiles } from "./found-in-files.tsx";
import { useImport } from "./use-import.ts";

type Course = { id: string; title: string };

/** Brings lessons in from files, as drafts. */
export function ImportFiles({ courses }: { courses: Course[] }) {
  const chooser = useRef<HTMLFormElement>(null);
  const [files, setFiles] = useState<File[]>([]);
  const [courseId, setCourseId] = useState(courses[0]?.id ?? "");
  const { look, take, forget, looked, drafts, error, isBusy } = useImport();
  const into = courses.some(({ id }) => id === courseId) ? courseId : (courses[0]?.id ?? null);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (files.length > 0) void look(files, into);
  }

  function leave() {
    forget();
    setFiles([]);
    chooser.current?.reset();
    chooser.current?.querySelector("input")?.focus();
  }

  return (
    <section aria-labelledby="import">
      <h2 id="import">Bring in files</h2>
      <p className="measure quiet">
        A course that was taken along from here, or written elsewhere: one zip, or its .md files. You see what
        would happen before anything does. Nothing is published by it, and nothing is deleted.
      </p>
      <form ref={chooser} className="stack mt-4" onSubmit={submit}>
        <TextField
          name="files"
          type="file"
          multiple
          accept=".zip,.md,.markdown"
          label="Files"
          hint="Up to 2 MB and 200 files."
          onChange={(event) => {
            forget();
            setFiles([...(event.target.files ?? [])]);
          }}
        />
        {courses.length > 1 && (
          <SelectField
            name="into"
            label="New lessons go to"
            hint="Unless a course.md among the files says where."
            value={into ?? ""}
            onChange={(event) => {
              forget();
              setCourseId(event.target.value);
            }}
          >
            {courses.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </SelectField>
        )}
        {error && <Refused error={error} />}
        <Actions>
          <Button look="plain" aria-disabled={isBusy || files.length === 0}>
            Look into these files
          </Button>
          <Status done={drafts !== undefined}>{statusWords(isBusy, drafts)}</Status>
        </Actions>
      </form>
      {looked && (
        <FoundInFiles
          key={looked.plan?.mark ?? "problems"}
          looked={looked}
          isBusy={isBusy}
          onTake={(mark, replace) => void take(files, { courseId: into, mark, replace })}
          onLeave={leave}
        />
      )}
    </section>
  );
}

function statusWords(isBusy: boolean, drafts: number | undefined): string {
  if (isBusy) return "Reading";
  if (drafts === undefined) return "";
  return drafts === 1 ? "There is one draft more now" : `${drafts} texts are drafts now`;
}
