"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { UndoButton } from "#app/coach/availability/undo-button.tsx";
import { type SendError, sendJson } from "#app/send.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { TextArea, TextField } from "#app/ui/field.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { Status } from "#app/ui/status.tsx";
import { useUnsaved } from "#app/unsaved.tsx";
import type { SessionKind, Written } from "#lib/notes/fields.ts";

type TemplateFormProps = {
  id: string;
  kind: SessionKind;
  part: "note" | "summary";
  name: string;
  stored: Written[];
  seen: number | null;
};

export function TemplateForm({ id, kind, part, name: storedName, stored, seen }: TemplateFormProps) {
  const router = useRouter();
  const [name, setName] = useState(storedName);
  const [fields, setFields] = useState(stored);
  const [removed, setRemoved] = useState<{ field: Written; at: number }>();
  const [isChanged, setChanged] = useState(false);
  const [error, setError] = useState<SendError>();
  const [isBusy, setBusy] = useState(false);
  useUnsaved("template", isChanged);

  function change(next: Written[]) {
    setFields(next);
    setChanged(true);
  }
  const put = (at: number, more: Partial<Written>) =>
    change(fields.map((field, index) => (index === at ? { ...field, ...more } : field)));

  function move(at: number, to: number) {
    const next = fields.toSpliced(at, 1);
    const field = fields[at];
    if (field) change(next.toSpliced(to, 0, field));
  }

  async function post(path: string, body: object, goTo: string | undefined) {
    if (isBusy) return;
    setBusy(true);
    const sent = await sendJson(path, body);
    setBusy(false);
    setError(sent.ok ? undefined : sent.error);
    if (!sent.ok) return;
    setChanged(false);
    if (goTo) router.push(goTo as "/");
    router.refresh();
  }
  const errorAt = (field: string) => (error?.field === field ? error.message : undefined);
  const isBeside = error?.field === "name" || error?.field?.startsWith("fields.");

  return (
    <form
      className="measure stack"
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void post(`/api/coach/templates/${id}`, { kind, part, name, fields, seen }, undefined);
      }}
    >
      <TextField
        name="name"
        label="Its name"
        value={name}
        maxLength={80}
        error={errorAt("name")}
        onChange={({ target }) => {
          setName(target.value);
          setChanged(true);
        }}
      />
      {fields.map(({ key, label, words }, at) => (
        <fieldset key={key} className="card stack">
          <legend className="unseen">Field {at + 1}</legend>
          <TextField
            name={`label-${key}`}
            label="What it asks for"
            value={label}
            maxLength={120}
            error={errorAt(`fields.${at}.label`)}
            onChange={({ target }) => put(at, { label: target.value })}
          />
          <TextArea
            name={`words-${key}`}
            label="What it begins with"
            optional
            rows={2}
            value={words}
            maxLength={10_000}
            error={errorAt(`fields.${at}.words`)}
            onChange={({ target }) => put(at, { words: target.value })}
          />
          <Actions>
            {at > 0 && (
              <Button type="button" look="quiet" onClick={() => move(at, at - 1)}>
                Move up<span className="unseen">: {label}</span>
              </Button>
            )}
            {at < fields.length - 1 && (
              <Button type="button" look="quiet" onClick={() => move(at, at + 1)}>
                Move down<span className="unseen">: {label}</span>
              </Button>
            )}
            <Button
              type="button"
              look="quiet"
              onClick={() => {
                setRemoved({ field: { key, label, words }, at });
                change(fields.toSpliced(at, 1));
              }}
            >
              Remove<span className="unseen">: {label}</span>
            </Button>
          </Actions>
        </fieldset>
      ))}
      {removed && (
        <p role="status">
          “{removed.field.label || "A field"}” is removed.{" "}
          <UndoButton
            onClick={() => {
              change(fields.toSpliced(removed.at, 0, removed.field));
              setRemoved(undefined);
            }}
          />
        </p>
      )}
      {error && !isBeside && <Refused error={error} />}
      <Actions>
        <Button
          type="button"
          look="plain"
          onClick={() => change([...fields, { key: newKey(), label: "", words: "" }])}
        >
          Add a field
        </Button>
        <Button aria-disabled={isBusy}>Save this template</Button>
        {seen !== null && (
          <Button
            type="button"
            look="quiet"
            onClick={() => void post(`/api/coach/templates/${id}/remove`, {}, "/coach/templates")}
          >
            Remove this template
          </Button>
        )}
      </Actions>
      <Status done={!isChanged && seen !== null}>
        {isChanged ? "Not saved yet." : seen === null ? "Nothing is kept before you save it." : "Saved"}
      </Status>
    </form>
  );
}

const newKey = () => `own-${crypto.randomUUID()}`;
