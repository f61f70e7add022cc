"use client";

import type { SendError } from "#app/send.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import type { TypedWay } from "#lib/support/ways.ts";

const kinds = { call: "Call a number", text: "Text a number", web: "Open a page" };
const toWords = { call: "Number", text: "Number", web: "Address of the page" };
const most = 5;

/** How they are reached, each way with its own few fields. */
export function WayFields({
  ways,
  onChange,
  error,
}: {
  ways: TypedWay[];
  onChange: (ways: TypedWay[]) => void;
  error: SendError | undefined;
}) {
  const set = (index: number, change: Partial<TypedWay>) =>
    onChange(ways.map((way, at) => (at === index ? { ...way, ...change } : way)));
  const wrong = (field: string) => (error?.field === `ways.${field}` ? error.message : undefined);
  return (
    <fieldset className="stack measure">
      <legend>How to reach them</legend>
      {ways.map((way, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a way is told from the others by nothing but its place
        <fieldset className="card stack" key={index}>
          <legend className="unseen">Way {index + 1}</legend>
          <SelectField
            name={`kind-${index}`}
            label="They can"
            value={way.kind}
            onChange={(event) => set(index, { kind: event.target.value as TypedWay["kind"] })}
          >
            {Object.entries(kinds).map(([kind, words]) => (
              <option key={kind} value={kind}>
                {words}
              </option>
            ))}
          </SelectField>
          <TextField
            name={`to-${index}`}
            label={toWords[way.kind]}
            autoComplete="off"
            spellCheck={false}
            value={way.to}
            onChange={(event) => set(index, { to: event.target.value })}
            error={wrong(`${index}.to`)}
          />
          {way.kind !== "call" && (
            <TextField
              name={`words-${index}`}
              label={way.kind === "text" ? "A word to send there" : "What the button says"}
              optional
              autoComplete="off"
              value={way.words}
              onChange={(event) => set(index, { words: event.target.value })}
              error={wrong(`${index}.words`)}
            />
          )}
          <p>
            <Button type="button" look="quiet" onClick={() => onChange(ways.filter((_, at) => at !== index))}>
              Take this way out<span className="unseen"> (way {index + 1})</span>
            </Button>
          </p>
        </fieldset>
      ))}
      {ways.length < most && (
        <p>
          <Button
            type="button"
            look="plain"
            onClick={() => onChange([...ways, { kind: "call", to: "", words: "" }])}
          >
            Add a way
          </Button>
        </p>
      )}
    </fieldset>
  );
}
