"use client";

import { useState } from "react";
import { ConsultedFields, consultedIn } from "#app/coach/consulted-fields.tsx";
import { useSending } from "#app/coach/use-sending.ts";
import { Actions, Button } from "#app/ui/button.tsx";
import { TextArea } from "#app/ui/field.tsx";
import { Refused } from "#app/ui/refused.tsx";

type SettleFlagProps = {
  flagId: string;
  isTalk: boolean;
  /** It waits for a doctor’s view too. */
  isReview: boolean;
  isSettled: boolean;
  canUndo: boolean;
};

/** After a talk a sentence on how it stands; after a look nothing has to be said. Either can be undone for a while. */
export function SettleFlag({ flagId, isTalk, isReview, isSettled, canUndo }: SettleFlagProps) {
  if (!isSettled) return <Settle flagId={flagId} isTalk={isTalk} isReview={isReview} />;
  return canUndo ? <Undo flagId={flagId} /> : null;
}

type SettleProps = Pick<SettleFlagProps, "flagId" | "isTalk" | "isReview">;

function Settle({ flagId, isTalk, isReview }: SettleProps) {
  const [words, setWords] = useState("");
  const [consulted, setConsulted] = useState({ who: "", on: "" });
  const { send, error, isBusy } = useSending(`/api/coach/flags/${flagId}/settle`);
  const isAboutWords = error?.field === "words";
  const isAboutField = isAboutWords || (isReview && (error?.field?.startsWith("consulted.") ?? false));
  return (
    <form
      className="stack flag__form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send({ words, ...(isReview && consultedIn(consulted)) });
      }}
    >
      <TextArea
        name="words"
        id={`words-${flagId}`}
        label={isTalk ? "How it stands after your talk" : "A few words for yourself"}
        hint={isTalk ? "A sentence is enough. Only you can read it." : "Only you can read them."}
        optional={!isTalk}
        rows={2}
        maxLength={500}
        autoComplete="off"
        value={words}
        error={isAboutWords ? error.message : undefined}
        onChange={(event) => setWords(event.target.value)}
      />
      {isReview && (
        <ConsultedFields id={flagId} consulted={consulted} onChange={setConsulted} error={error} />
      )}
      {error && !isAboutField && <Refused error={error} />}
      <Actions>
        <Button look="plain" aria-disabled={isBusy}>
          {isTalk ? "We have talked" : "I have looked"}
        </Button>
      </Actions>
    </form>
  );
}

function Undo({ flagId }: { flagId: string }) {
  const { send, error } = useSending(`/api/coach/flags/${flagId}/undo`);
  return (
    <>
      <Actions>
        <Button look="quiet" type="button" onClick={() => void send({})}>
          Undo
        </Button>
      </Actions>
      {error && <Refused error={error} />}
    </>
  );
}
