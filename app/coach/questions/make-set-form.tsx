"use client";

import { type FormEvent, useState } from "react";
import { Actions, Button } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { useMakingSet } from "./use-making-set.ts";

/** Begins a set of the practice's own, and goes on to it. */
export function MakeSetForm({ sets }: { sets: { id: string; name: string }[] }) {
  const [name, setName] = useState("");
  const [from, setFrom] = useState("");
  const { make, error, isBusy } = useMakingSet();

  function submit(event: FormEvent) {
    event.preventDefault();
    void make({ name, from: from || null });
  }

  return (
    <form className="stack" noValidate onSubmit={submit}>
      <TextField
        name="name"
        label="Its name"
        hint="Only coaches see it."
        value={name}
        onChange={({ target }) => setName(target.value)}
        error={error?.field === "name" ? error.message : undefined}
        autoComplete="off"
      />
      <SelectField
        name="from"
        label="Begin with"
        value={from}
        onChange={({ target }) => setFrom(target.value)}
      >
        <option value="">Nothing yet</option>
        {sets.map((set) => (
          <option key={set.id} value={set.id}>
            A copy of “{set.name}”
          </option>
        ))}
      </SelectField>
      {error && error.field !== "name" && <Refused error={error} />}
      <Actions>
        <Button look="plain" aria-disabled={isBusy}>
          {isBusy ? "Making it" : "Make this set"}
        </Button>
      </Actions>
    </form>
  );
}
