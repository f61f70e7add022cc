"use client";

import { type FormEvent, useRef } from "react";
import { useFocusOnWrong } from "#app/coach/use-focus-on-wrong.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { Dialog } from "#app/ui/dialog.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { RuleFields } from "./rule-fields.tsx";
import { bodyOf, type Rules, ruleNames, type SessionKind, withRules } from "./rules-of.ts";
import { useSave } from "./use-save.ts";

type Sent = ReturnType<typeof bodyOf> & { typeId: string };

/** Everything about one kind. Escape keeps what was typed for later; “Leave as it was” does not. */
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
    if (!isSaving && (await save({ typeId: kind.id, ...bodyOf(rules) }))) onSaved(withRules(kind, rules));
  }

  const hasPlace = ruleNames.some((name) => name === error?.field);
  return (
    <Dialog open={isOpen} onClose={onClose} title={kind.name} isWide>
      <form ref={form} noValidate onSubmit={submit}>
        <RuleFields kind={kind} rules={rules} onChange={onChange} error={error} />
        {error && !hasPlace && <Refused error={error} className="mt-4" />}
        <p className="small quiet mt-4">
          What is booked stays as it is: its time, its length, and how long it keeps free.
        </p>
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
