"use client";

import { useRouter } from "next/navigation";
import { Actions, Button } from "#app/ui/button.tsx";
import { kindNames, partNames } from "./kind-names.ts";

/** Chooses what a new template is for, and opens it. Nothing is kept before it is saved there. */
export function BeginTemplate() {
  const router = useRouter();
  return (
    <form
      className="card stack"
      aria-labelledby="new-template"
      onSubmit={(event) => {
        event.preventDefault();
        const chosen = new FormData(event.currentTarget);
        const query = `kind=${chosen.get("kind")}&part=${chosen.get("part")}`;
        router.push(`/coach/templates/${crypto.randomUUID()}?${query}` as "/");
      }}
    >
      <h2 id="new-template" className="text-lead">
        A new template
      </h2>
      <div className="field">
        <label htmlFor="kind">Kind of session</label>
        <select id="kind" name="kind">
          {Object.entries(kindNames).map(([kind, words]) => (
            <option key={kind} value={kind}>
              {words}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="part">What it begins</label>
        <select id="part" name="part">
          {Object.entries(partNames).map(([part, words]) => (
            <option key={part} value={part}>
              {words}
            </option>
          ))}
        </select>
      </div>
      <Actions>
        <Button look="plain">Begin it</Button>
      </Actions>
    </form>
  );
}
