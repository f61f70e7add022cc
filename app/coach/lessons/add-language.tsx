"use client";

import { type FormEvent, useState } from "react";
import { Actions, Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { useSending } from "../use-sending.ts";
import type { Language } from "./language-names.ts";
import type { Told } from "./shelf-item.tsx";
import type { ShelfRow } from "./shelf-rows.ts";

/** Begins a lesson in another language, with the text of one that is published. */
export function AddLanguage({
  row: { id, title, texts },
  languages,
  onClose,
}: {
  row: ShelfRow;
  languages: Language[];
  onClose: (told?: Told) => void;
}) {
  const there = new Set(texts.map(({ language }) => language));
  const missing = languages.filter(({ code }) => !there.has(code));
  const published = texts.flatMap(({ versionId, name }) => (versionId ? [{ versionId, name }] : []));
  const [language, setLanguage] = useState(missing[0]?.code ?? "");
  const [versionId, setVersionId] = useState(published[0]?.versionId ?? "");
  const { send, error, isBusy } = useSending(`/api/coach/lessons/${id}/languages`);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!(await send({ language, versionId }))) return;
    const name = languages.find(({ code }) => code === language)?.name ?? language;
    onClose({ words: `There is a draft in ${name} now, to be written anew.` });
  }

  return (
    <Dialog open onClose={() => onClose()} title={`“${title}” in another language`}>
      {published.length === 0 ? (
        <>
          <p>It begins with a text that is published, and nothing of this lesson is yet.</p>
          <Actions>
            <Button type="button" onClick={() => onClose()}>
              Close
            </Button>
          </Actions>
        </>
      ) : (
        <form className="stack" onSubmit={submit}>
          <SelectField
            id={`language-${id}`}
            name="language"
            label="Language"
            value={language}
            onChange={(event) => setLanguage(event.target.value)}
            error={error?.field === "language" ? error.message : undefined}
          >
            {missing.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </SelectField>
          <SelectField
            id={`from-${id}`}
            name="versionId"
            label="Begin with the text in"
            value={versionId}
            onChange={(event) => setVersionId(event.target.value)}
          >
            {published.map((one) => (
              <option key={one.versionId} value={one.versionId}>
                {one.name}
              </option>
            ))}
          </SelectField>
          <p className="small quiet">It is a draft at first. Readers find it once it is published.</p>
          {error && error.field !== "language" && <Refused error={error} />}
          <Actions>
            <Button aria-disabled={isBusy}>{isBusy ? "Saving" : "Begin a draft"}</Button>
            <Button type="button" look="plain" onClick={() => onClose()}>
              Leave it
            </Button>
          </Actions>
        </form>
      )}
    </Dialog>
  );
}
