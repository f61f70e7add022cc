import { type RefObject, useState } from "react";
import { flushSync } from "react-dom";
import { wordsIn } from "#app/coach/notes/use-kept-words.ts";
import type { Field, Written } from "#lib/notes/fields.ts";

type Used = { name: string; filled: Record<string, string> };

/**
 * The fields of a sheet, with those that one of the coach's own templates adds; it fills only what is empty. `labels`
 * is told with each save: what added fields are called is known nowhere else.
 */
export function useTemplate(all: readonly Field[], form: RefObject<HTMLFormElement | null>) {
  const [fields, setFields] = useState(all);
  const [used, setUsed] = useState<Used>();
  const [labels] = useState<Record<string, string>>({});
  return {
    fields,
    labels,
    used,
    /** Gives the words that it puts in. */
    use(name: string, template: readonly Written[]): Record<string, string> {
      const added = template.filter(({ key }) => fields.every((field) => field.key !== key));
      for (const { key, label } of added) labels[key] = label;
      const before = wordsIn(form.current);
      const filled = Object.fromEntries(
        template.flatMap(({ key, words }) => (words && !before[key]?.trim() ? [[key, words]] : [])),
      );
      // The fields have to stand there before words can be put in them.
      flushSync(() => {
        setFields([...fields, ...added.map(({ key, label }) => ({ key, label }))]);
        setUsed({ name, filled });
      });
      return filled;
    },
    /** Gives what those fields had before, unless somebody wrote on in them since. */
    undo(): Record<string, string> {
      const now = wordsIn(form.current);
      const untouched = Object.entries(used?.filled ?? {}).filter(([key, words]) => now[key] === words);
      setUsed(undefined);
      return Object.fromEntries(untouched.map(([key]) => [key, ""]));
    },
  };
}
