"use client";

import { useState } from "react";
import { UnsavedGuard } from "#app/unsaved.tsx";
import type { SpokenKind } from "#lib/mail/words/spoken.ts";
import { LetterPreview } from "./letter-preview.tsx";
import type { Kept } from "./use-own-words.ts";
import { WordsForm } from "./words-form.tsx";

type LetterDeskProps = { kind: SpokenKind; coachName: string; zone: string; saved: Kept };

/** What the coach writes, and beside it the letter that comes of it. */
export function LetterDesk({ kind, coachName, zone, saved }: LetterDeskProps) {
  const [typed, setTyped] = useState(saved.words);
  return (
    <UnsavedGuard>
      <div className="letter-desk">
        <WordsForm
          kind={kind}
          coachName={coachName}
          zone={zone}
          saved={saved}
          typed={typed}
          onType={setTyped}
        />
        <LetterPreview kind={kind} words={typed} />
      </div>
    </UnsavedGuard>
  );
}
