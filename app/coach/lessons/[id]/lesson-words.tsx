import type { Dispatch } from "react";
import type { SendError } from "#app/send.ts";
import { TextArea, TextField } from "#app/ui/field.tsx";
import type { Act, Writing } from "./writing.ts";

type Props = { words: Writing["words"]; error: SendError | undefined; dispatch: Dispatch<Act> };

/** What stands about a lesson beside its text. */
export function LessonWords({ words, error, dispatch }: Props) {
  const errorOf = (field: string) =>
    error?.field === field || error?.field === `words.${field}` ? error.message : undefined;
  const write = (changed: Partial<Writing["words"]>) => dispatch({ type: "words", words: changed });
  return (
    <section className="stack" aria-label="About the lesson">
      <TextField
        name="title"
        label="Title"
        wide
        maxLength={120}
        value={words.title}
        onChange={({ target }) => write({ title: target.value })}
        error={errorOf("title")}
      />
      <TextArea
        name="summary"
        label="In the list of lessons"
        hint="One plain sentence."
        rows={2}
        wide
        maxLength={300}
        value={words.summary}
        onChange={({ target }) => write({ summary: target.value })}
        error={errorOf("summary")}
      />
      <TextArea
        name="goal"
        label="What it is for"
        hint="It stands at the top, as in “Afterwards you can describe your own loop.”"
        rows={2}
        wide
        maxLength={300}
        value={words.goal}
        onChange={({ target }) => write({ goal: target.value })}
        error={errorOf("goal")}
      />
    </section>
  );
}
