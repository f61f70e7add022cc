import { Actions, Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/field.tsx";
import type { Version } from "#lib/lessons/authoring/versions.ts";
import type { Which } from "./asked-for.ts";

/** Asks for any two; it needs no scripts. */
export function CompareForm({
  language,
  versions,
  hasDraft,
  from,
  to,
}: {
  language: string;
  versions: Version[];
  hasDraft: boolean;
  from: Which | undefined;
  to: Which | undefined;
}) {
  const [newest, second] = versions;
  const options = [
    ...(hasDraft
      ? [
          <option key="draft" value="draft">
            The draft
          </option>,
        ]
      : []),
    ...versions.map(({ number }) => (
      <option key={number} value={number}>
        Version {number}
      </option>
    )),
  ];
  return (
    <section aria-labelledby="compare">
      <h2 id="compare">Compare two</h2>
      <form method="get" className="stack">
        <input type="hidden" name="in" value={language} />
        <SelectField name="from" label="What was" defaultValue={from ?? (hasDraft ? newest : second)?.number}>
          {options}
        </SelectField>
        <SelectField name="to" label="What came" defaultValue={to ?? (hasDraft ? "draft" : newest?.number)}>
          {options}
        </SelectField>
        <Actions>
          <Button look="plain">Compare them</Button>
        </Actions>
      </form>
    </section>
  );
}
