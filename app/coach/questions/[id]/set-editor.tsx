"use client";

import { useState } from "react";
import { UndoButton } from "#app/coach/availability/undo-button.tsx";
import { Actions, Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { Status, Toast } from "#app/ui/status.tsx";
import { UnsavedGuard, useUnsaved } from "#app/unsaved.tsx";
import type { TemplateKind } from "#lib/questions/queries.ts";
import { clockWords } from "#lib/time/words.ts";
import { AddQuestion } from "./add-question.tsx";
import { LivePreview } from "./live-preview.tsx";
import { OthersSet } from "./others-set.tsx";
import { QuestionCard } from "./question-card.tsx";
import { SaveDialog } from "./save-dialog.tsx";
import { useEditing } from "./use-editing.ts";
import { type KeptSet, useSavingSet } from "./use-saving-set.ts";

type SetEditorProps = { id: string; kind: TemplateKind; zone: string; begun: KeptSet };

/** A set in a coach's hands, beside what clients will see of it. Nothing is asked before it is saved. */
export function SetEditor(props: SetEditorProps) {
  return (
    <UnsavedGuard>
      <Editing {...props} />
    </UnsavedGuard>
  );
}

function Editing({ id, kind, zone, begun }: SetEditorProps) {
  const saving = useSavingSet(id, begun);
  const { kept, error, others } = saving;
  const editing = useEditing(begun);
  const { typed, list } = editing;
  const [isAsking, setAsking] = useState(false);
  const isChanged = JSON.stringify(typed) !== JSON.stringify({ name: kept.name, questions: kept.questions });
  useUnsaved("set", isChanged);
  const [, at, part] = /^questions\.(\d+)\.(\w+)/.exec(error?.field ?? "") ?? [];

  return (
    <div className="set-desk">
      <div className="stack">
        <TextField
          name="name"
          label="Name of this set"
          hint="Only coaches see it."
          value={typed.name}
          onChange={({ target }) => editing.rename(target.value)}
          error={error?.field === "name" ? error.message : undefined}
          autoComplete="off"
        />
        {typed.questions.length === 0 && <p className="quiet">There is no question in it yet.</p>}
        <ol className="set-questions" ref={list}>
          {typed.questions.map((question, index) => (
            <QuestionCard
              key={question.key}
              kind={kind}
              question={question}
              place={{ at: index + 1, of: typed.questions.length }}
              error={Number(at) === index && error && part ? { part, message: error.message } : undefined}
              isNew={question.key === editing.added}
              onChange={(change) => editing.change(question.key, change)}
              onMove={(by) => editing.move(question.key, by)}
              onRemove={() => editing.remove(question.key)}
            />
          ))}
        </ol>
        {editing.gone && (
          <Toast action={<UndoButton onClick={editing.undo} />}>
            {editing.gone.kind === "question"
              ? "The question is taken out."
              : "What you typed is laid aside."}
          </Toast>
        )}
        <AddQuestion onAdd={editing.add} />
        {others && (
          <OthersSet
            others={others}
            zone={zone}
            onKeepMine={() => void saving.save(typed, others)}
            onTakeTheirs={() => {
              saving.take(others);
              editing.layAside({ name: others.name, questions: others.questions });
            }}
          />
        )}
        {error && !at && error.field !== "name" && <Refused error={error} />}
        {error && at && (
          <Notice kind="mind" role="alert">
            <p>
              Question {Number(at) + 1}: {error.message}
            </p>
          </Notice>
        )}
        <Actions>
          <Button
            type="button"
            look={isChanged ? "act" : "plain"}
            aria-disabled={!isChanged}
            onClick={() => isChanged && setAsking(true)}
          >
            Save as the new version
          </Button>
        </Actions>
        <Status done={saving.savedAt !== undefined && !isChanged}>
          {saving.isSaving
            ? "Saving"
            : isChanged
              ? "Changed, not saved yet"
              : saving.savedAt && `Saved ${clockWords(saving.savedAt, zone)}`}
        </Status>
        <SaveDialog
          isOpen={isAsking}
          onClose={() => setAsking(false)}
          onSave={() => {
            // First of all closed, since that gives the focus back, which a field with a fault then takes.
            setAsking(false);
            void saving.save(typed);
          }}
        />
      </div>
      <LivePreview id={id} questions={typed.questions} />
    </div>
  );
}
