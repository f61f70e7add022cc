"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { UndoButton } from "#app/coach/availability/undo-button.tsx";
import { Actions, Button } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { Refused } from "#app/ui/refused.tsx";
import { Status, Toast } from "#app/ui/status.tsx";
import { useUnsaved } from "#app/unsaved.tsx";
import { longestPassage, type SpokenKind, spoken } from "#lib/mail/words/spoken.ts";
import { clockWords } from "#lib/time/words.ts";
import { OthersWords } from "./others-words.tsx";
import { SignButtons } from "./sign-buttons.tsx";
import { TellingNotice } from "./telling-notice.tsx";
import { clean, type Kept, useOwnWords } from "./use-own-words.ts";

type WordsFormProps = {
  kind: SpokenKind;
  coachName: string;
  zone: string;
  saved: Kept;
  typed: string;
  onType: (words: string) => void;
};

/** The coach's sentences for one letter. They can go back to the portal's, and come back from there. */
export function WordsForm({ kind, coachName, zone, saved, typed, onType }: WordsFormProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [laidAside, setLaidAside] = useState<string>();
  const { keep, take, kept, keptAt, isSaving, error, others } = useOwnWords(kind, saved);
  const isChanged = clean(typed) !== kept.words;
  const wrongWords = error?.field === "words" ? error.message : undefined;
  useUnsaved("words", isChanged);
  useEffect(() => {
    if (wrongWords) area.current?.focus();
  }, [wrongWords]);

  function type(words: string) {
    setLaidAside(undefined);
    onType(words);
  }

  async function putBack() {
    if (!(await keep(spoken[kind].shipped))) return;
    setLaidAside(typed);
    onType(spoken[kind].shipped);
  }

  async function undo(words: string) {
    if (!(await keep(words))) return;
    type(words);
    area.current?.focus();
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    void keep(typed);
  }

  return (
    <form className="stack" noValidate onSubmit={submit}>
      <TextArea
        ref={area}
        name="words"
        label="Your words"
        hint={`They stand under “From ${coachName}”. A blank line begins a new paragraph. To make words stand out, select them and press a button: it writes the signs for you.`}
        rows={9}
        value={typed}
        onChange={(event) => type(event.target.value)}
        error={wrongWords}
        wide
      />
      <SignButtons area={area} />
      <Room left={longestPassage - clean(typed).length} />
      <TellingNotice words={typed} />
      {error && !wrongWords && !others && <Refused error={error} />}
      {others && (
        <OthersWords
          others={others}
          zone={zone}
          onKeepMine={() => void keep(typed, { over: others })}
          onTakeTheirs={() => {
            take(others);
            setLaidAside(typed);
            onType(others.words);
          }}
        />
      )}
      {laidAside !== undefined && (
        <Toast action={<UndoButton onClick={() => void undo(laidAside)} />}>Your words are laid aside.</Toast>
      )}
      <Actions>
        <Button look={isChanged ? "act" : "plain"} aria-disabled={isSaving}>
          Save these words
        </Button>
        {kept.savedAt !== null && (
          <Button type="button" look="quiet" onClick={() => void putBack()}>
            Go back to what came with it
          </Button>
        )}
      </Actions>
      <Status done={keptAt !== undefined && !isChanged && !isSaving}>
        {isSaving ? "Saving" : isChanged ? "Changed, not saved yet" : savedWords(keptAt, zone)}
      </Status>
    </form>
  );
}

function Room({ left }: { left: number }) {
  if (left > 100) return null;
  return (
    <p className="small quiet">
      {left < 0 ? `${-left} characters too many for a letter.` : `Room for ${left} more characters.`}
    </p>
  );
}

function savedWords(at: number | undefined, zone: string): string {
  return at === undefined ? "" : `Saved ${clockWords(at, zone)}`;
}
