"use client";

import type { ReactNode } from "react";
import type { SendError } from "#app/send.ts";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { Tick } from "#app/ui/tick.tsx";
import type { Rules, SessionKind } from "./rules-of.ts";

type Text = Exclude<keyof Rules, "mode" | "offered">;
type Field = { name: Text; label: string; hint?: string; input?: "decimal" | "text" | "url" };

const whatItIs: Field[] = [
  { name: "name", label: "What it is called", input: "text" },
  { name: "summary", label: "In one sentence", input: "text" },
  { name: "place", label: "Where you meet", hint: "Clients read this before they book.", input: "text" },
  {
    name: "link",
    label: "Link to join",
    hint: "Begins with https. Only you and those who come see it. Leave it empty for none.",
    input: "url",
  },
];
const lengths: Field[] = [
  { name: "minutes", label: "Length in minutes", hint: "From 5 to 720." },
  { name: "step", label: "Begins every … minutes", hint: "From when you open." },
  { name: "before", label: "Minutes to get ready", hint: "Kept free before it." },
  { name: "after", label: "Minutes to rest", hint: "Kept free after it." },
];
const when: Field[] = [
  { name: "noticeHours", label: "Notice in hours", hint: "The latest to book it.", input: "decimal" },
  { name: "horizonDays", label: "Days ahead", hint: "The earliest to book it." },
];
const cutOff: Field = {
  name: "cutOffHours",
  label: "Move or cancel until … hours before",
  hint: "0 is until it begins.",
  input: "decimal",
};
const most: Field[] = [
  { name: "dailyLimit", label: "At most in a day", hint: "Empty: as many as fit." },
  { name: "weeklyLimit", label: "At most in a week", hint: "Monday to Sunday. Empty: as many as fit." },
  {
    name: "nextDayLimit",
    label: "At most on the day after it",
    hint: "Sessions of any kind. 2 keeps it light.",
  },
];

const isLine = (name: Text) => whatItIs.some((field) => field.name === name);

/** All that can be set for one kind, in the order in which one thinks of it. */
export function RuleFields({
  kind,
  rules,
  onChange,
  error,
}: {
  kind: SessionKind;
  rules: Rules;
  onChange: (rules: Rules) => void;
  error: SendError | undefined;
}) {
  const isGuidance = kind.kind === "guidance";
  const wrong = (name: keyof Rules) => (error?.field === name ? error.message : undefined);
  const field = ({ name, label, hint, input }: Field) => (
    <TextField
      key={name}
      name={name}
      className={isLine(name) ? "span" : undefined}
      label={label}
      hint={hint}
      inputMode={input ?? "numeric"}
      autoComplete="off"
      value={rules[name]}
      onChange={(event) => onChange({ ...rules, [name]: event.target.value })}
      error={wrong(name)}
    />
  );
  return (
    <>
      <Group title="What clients read">{whatItIs.map(field)}</Group>
      <Group title="How long">{lengths.map(field)}</Group>
      <Group title="When it is booked">
        {when.map(field)}
        {!isGuidance && (
          <SelectField
            name="mode"
            label="How it is booked"
            hint="By choosing, or by asking."
            value={rules.mode}
            onChange={(event) => onChange({ ...rules, mode: event.target.value as Rules["mode"] })}
            error={wrong("mode")}
          >
            <option value="instant">At once</option>
            <option value="request">Asked for, and you answer</option>
          </SelectField>
        )}
        {!isGuidance && field(cutOff)}
        {isGuidance && (
          <p className="span small quiet">
            Guidance is always asked for, never booked at once, and can be moved or cancelled until it begins.
          </p>
        )}
      </Group>
      <Group title="How many">{most.map(field)}</Group>
      <Tick
        name="offered"
        checked={rules.offered}
        onChange={(event) => onChange({ ...rules, offered: event.target.checked })}
      >
        Offered. Without this tick nobody can book it or ask for it.
      </Tick>
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="rules">
      <legend>{title}</legend>
      <div className="form-grid">{children}</div>
    </fieldset>
  );
}
