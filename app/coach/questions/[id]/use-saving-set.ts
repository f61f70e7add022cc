"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { type SendError, sendJson } from "#app/send.ts";
import type { Question } from "#lib/questions/question.ts";

export type SetText = { name: string; questions: Question[] };
/** `number` is that of the version, 0 where there is none. */
export type KeptSet = SetText & { number: number };
export type Others = KeptSet & { by: string; at: number };

type Newest = { number: number; questions: Question[]; by: { name: string } | null; at: number };
type Elsewhere = SendError & { name?: string; newest?: Newest };

/** Makes what is typed the newest version, unless somebody else made one meanwhile: then `others` is theirs. */
export function useSavingSet(id: string, begun: KeptSet) {
  const router = useRouter();
  const [kept, setKept] = useState(begun);
  const [error, setError] = useState<SendError>();
  const [others, setOthers] = useState<Others>();
  const [isSaving, setSaving] = useState(false);
  const [savedAt, setSavedAt] = useState<number>();

  async function save({ name, questions }: SetText, over: KeptSet = kept): Promise<boolean> {
    if (isSaving) return false;
    setSaving(true);
    const sent = await sendJson<{ number: number }>(`/api/coach/questions/${id}`, {
      name,
      named: over.name,
      on: over.number,
      // What follows from an answer is not said here.
      questions: questions.map(({ stays: _, concern: __, waitsFor: ___, ...said }) => said),
    });
    setSaving(false);
    if (!sent.ok) {
      const found = othersIn(sent.error);
      setOthers(found);
      setError(found ? undefined : sent.error);
      return false;
    }
    setKept({ name, questions, number: sent.data.number });
    setOthers(undefined);
    setError(undefined);
    setSavedAt(Date.now());
    router.refresh();
    return true;
  }

  /** Goes on with what somebody else saved. */
  function take(theirs: Others) {
    setKept(theirs);
    setOthers(undefined);
  }

  return { kept, save, take, others, error, isSaving, savedAt };
}

function othersIn({ code, name, newest }: Elsewhere): Others | undefined {
  if (code !== "written_elsewhere" || name === undefined) return undefined;
  const { number = 0, questions = [], by = null, at = 0 } = newest ?? {};
  return { name, number, questions, by: by?.name ?? "Somebody", at };
}
