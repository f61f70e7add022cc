"use client";

import { type FormEvent, useRef } from "react";
import { Actions, Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { TextField } from "#app/ui/field.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { numbersOf, type Rules, ruleNames, type SessionKind, withRules } from "./rules-of.ts";
import { useFocusOnWrong, useSave } from "./use-save.ts";

const words: Record<keyof Rules, { label: string; hint: string }> = {
  minutes: { label: "Length in minutes", hint: "From 5 to 720." },
  step: { label: "Begins every … minutes", hint: "From when you open." },
  before: { label: "Minutes to get ready", hint: "Kept free before it." },
  after: { label: "Minutes to rest", hint: "Kept free after it." },
  noticeHours: { label: "Notice in hours", hint: "The latest to book it." },
  horizonDays: { label: "Days ahead", hint: "The earliest to book it." },
};
const order = ["minutes", "step", "before", "after", "noticeHours", "horizonDays"] as const;

type Sent = ReturnType<typeof numbersOf> & { typeId: string };

/** The figures of one kind. Escape keeps what was typed for later; “Leave as it was” does not. */
export function SessionKindDialog({
  isOpen,
  kind,
  rules,
  onChange,
  onClose,
  onSaved,
}: {
  isOpen: boolean;
  kind: SessionKind;
  rules: Rules;
  onChange: (rules: Rules | undefined) => void;
  onClose: () => void;
  onSaved: (kind: SessionKind) => void;
}) {
  const form = useRef<HTMLFormElement>(null);
  const { save, forget, isSaving, error } = useSave<Sent>("/api/availability/session-type");
  useFocusOnWrong(form, error);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!isSaving && (await save({ typeId: kind.id, ...numbersOf(rules) }))) onSaved(withRules(kind, rules));
  }

  const hasPlace = ruleNames.some((name) => name === error?.field);
  return (
    <Dialog open={isOpen} onClose={onClose} title={kind.name}>
      <form ref={form} noValidate onSubmit={submit}>
        <div className="form-grid">
          {order.map((name) => (
            <TextField
              key={name}
              name={name}
              {...words[name]}
              inputMode={name === "noticeHours" ? "decimal" : "numeric"}
              autoComplete="off"
              value={rules[name]}
              onChange={(event) => onChange({ ...rules, [name]: event.target.value })}
              error={error?.field === name ? error.message : undefined}
            />
          ))}
        </div>
        {error && !hasPlace && <Refused error={error} className="mt-4" />}
        <Actions>
          <Button aria-disabled={isSaving}>{isSaving ? "Saving" : `Save ${kind.name}`}</Button>
          <Button
            type="button"
            look="plain"
            onClick={() => {
              onChange(undefined);
              forget();
              onClose();
            }}
          >
            Leave as it was
          </Button>
        </Actions>
      </form>
    </Dialog>
  );
}
