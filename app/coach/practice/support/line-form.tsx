"use client";

import { type FormEvent, useRef, useState } from "react";
import { HelpLine } from "#app/(always)/support/help-line.tsx";
import { useFocusOnWrong } from "#app/coach/use-focus-on-wrong.ts";
import { useSending } from "#app/coach/use-sending.ts";
import { Actions, Button, ButtonAnchor, ButtonLink } from "#app/ui/button.tsx";
import { SelectField, TextArea, TextField } from "#app/ui/field.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { Tick } from "#app/ui/tick.tsx";
import { useUnsaved } from "#app/unsaved.tsx";
import { linesWords } from "#lib/support/line-words.ts";
import { isWay, readWay, type TypedWay } from "#lib/support/ways.ts";
import { placeNames, urgencyNames } from "./place-names.ts";
import { WayFields } from "./way-fields.tsx";

type Typed = {
  name: string;
  whatHappens: string;
  hoursText: string;
  hoursVerified: boolean;
  ways: TypedWay[];
  sourceUrl: string;
  position: number;
};

/** What is said of a line, as it will be read beneath. A new one says as well where it is for and for whom. */
export function LineForm({ id, line }: { id?: string; line: Typed }) {
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState(line);
  const [checked, setChecked] = useState(false);
  const [at, setAt] = useState({ place: "", urgency: "now" });
  const { send, error, isBusy } = useSending(`/api/practice/support${id ? `/${id}` : ""}`);
  useUnsaved("line", !isBusy && (typed !== line || checked));
  useFocusOnWrong(form, error);
  const set = (change: Partial<Typed>) => setTyped({ ...typed, ...change });
  const wrong = (field: string) => (error?.field === field ? error.message : undefined);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { position, ...said } = typed;
    const body = { ...said, position, checked, ...(!id && at) };
    await send(body, { goTo: "/coach/practice/support" });
  }

  const ways = typed.ways.map(readWay).filter(isWay);
  const hasField = /^(name|whatHappens|hoursText|sourceUrl|position|checked|place|urgency|ways\.)/;
  return (
    <form ref={form} className="stack" noValidate onSubmit={submit}>
      {!id && (
        <>
          <SelectField
            name="place"
            label="Where is it for?"
            value={at.place}
            onChange={(event) => setAt({ ...at, place: event.target.value })}
            error={wrong("place")}
          >
            <option value="">Please choose</option>
            {placeNames.map((place) => (
              <option key={place.id} value={place.id}>
                {place.name}
              </option>
            ))}
          </SelectField>
          <SelectField
            name="urgency"
            label="For whom is it?"
            value={at.urgency}
            onChange={(event) => setAt({ ...at, urgency: event.target.value })}
            error={wrong("urgency")}
          >
            {Object.entries(urgencyNames).map(([urgency, name]) => (
              <option key={urgency} value={urgency}>
                {name}
              </option>
            ))}
          </SelectField>
        </>
      )}
      <TextField
        name="name"
        label="Name"
        autoComplete="off"
        value={typed.name}
        onChange={(event) => set({ name: event.target.value })}
        error={wrong("name")}
      />
      <TextArea
        name="whatHappens"
        label="What happens when somebody turns to them"
        hint="One or two plain sentences."
        rows={3}
        value={typed.whatHappens}
        onChange={(event) => set({ whatHappens: event.target.value })}
        error={wrong("whatHappens")}
      />
      <WayFields ways={typed.ways} onChange={(changed) => set({ ways: changed })} error={error} />
      <TextField
        name="hoursText"
        label="When they are there"
        hint="As it is read: Free, day and night."
        optional
        autoComplete="off"
        value={typed.hoursText}
        onChange={(event) => set({ hoursText: event.target.value })}
        error={wrong("hoursText")}
      />
      <Tick
        name="hoursVerified"
        checked={typed.hoursVerified}
        onChange={(event) => set({ hoursVerified: event.target.checked })}
      >
        The hours were checked too. Without this they are not shown.
      </Tick>
      <TextField
        name="sourceUrl"
        type="url"
        label="Where it was checked"
        hint="The address of a page of theirs, with https:// in front."
        autoComplete="off"
        spellCheck={false}
        value={typed.sourceUrl}
        onChange={(event) => set({ sourceUrl: event.target.value })}
        error={wrong("sourceUrl")}
      />
      <TextField
        name="position"
        type="number"
        min={0}
        max={99}
        label="Place in its list"
        hint="Lower numbers stand further up. The emergency services always come first."
        value={Number.isNaN(typed.position) ? "" : typed.position}
        onChange={(event) => set({ position: event.target.valueAsNumber })}
        error={wrong("position")}
      />
      <Tick
        name="checked"
        checked={checked}
        onChange={(event) => setChecked(event.target.checked)}
        error={wrong("checked")}
      >
        I checked all of this today. It is shown with today’s date.
      </Tick>
      <section aria-labelledby="preview">
        <h2 id="preview">As visitors see it</h2>
        <ul className="help-lines">
          <HelpLine name={typed.name || "Their name"} text={linesWords(typed)}>
            {ways.map(({ words, to }) => (
              <ButtonAnchor key={to} href={to} target="_blank">
                {words}
              </ButtonAnchor>
            ))}
          </HelpLine>
        </ul>
        <p className="small quiet">
          If you change how they are reached and have not checked it, the line is hidden until you have.
        </p>
      </section>
      {error && !hasField.test(error.field ?? "") && <Refused error={error} />}
      <Actions>
        <Button aria-disabled={isBusy || undefined}>{isBusy ? "Saving" : "Save this line"}</Button>
        <ButtonLink look="plain" href="/coach/practice/support">
          Back without saving
        </ButtonLink>
      </Actions>
    </form>
  );
}
