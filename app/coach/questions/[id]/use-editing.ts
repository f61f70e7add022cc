"use client";

import { useEffect, useRef, useState } from "react";
import type { Question, QuestionType } from "#lib/questions/question.ts";
import { blank, changed, moved, newKey, putBack, without } from "./changes.ts";
import type { SetText } from "./use-saving-set.ts";

type Gone = { kind: "question"; question: Question; at: number } | { kind: "all"; typed: SetText };

/** What is typed of a set. Where the focus would be lost, it goes to what has taken the place. */
export function useEditing({ name, questions }: SetText) {
  const [typed, setTyped] = useState<SetText>({ name, questions });
  const [gone, setGone] = useState<Gone>();
  const [added, setAdded] = useState<string>();
  const list = useRef<HTMLOListElement>(null);
  const focusOn = useRef<string>(undefined);

  useEffect(() => {
    if (!focusOn.current) return;
    list.current?.querySelector<HTMLElement>(focusOn.current)?.focus();
    focusOn.current = undefined;
  });

  const setQuestions = (next: (questions: readonly Question[]) => Question[]) =>
    setTyped((before) => ({ ...before, questions: next(before.questions) }));

  return {
    typed,
    list,
    gone,
    /** The key of the question that was added last. */
    added,
    rename: (to: string) => setTyped((before) => ({ ...before, name: to })),
    change: (key: string, change: Partial<Question>) => {
      setGone(undefined);
      setQuestions((all) => changed(all, key, change));
    },
    move: (key: string, by: -1 | 1) => {
      focusOn.current = `[data-move="${key}:${by}"]`;
      setQuestions((all) => moved(all, key, by));
    },
    remove: (key: string) => {
      const at = typed.questions.findIndex((one) => one.key === key);
      const question = typed.questions[at];
      if (!question) return;
      setGone({ kind: "question", question, at });
      setQuestions((all) => without(all, key));
    },
    add: (type: QuestionType) => {
      const key = newKey();
      setAdded(key);
      setGone(undefined);
      focusOn.current = `[id="${key}-text"]`;
      setQuestions((all) => [...all, blank(type, key)]);
    },
    layAside: (instead: SetText) => {
      setGone({ kind: "all", typed });
      setTyped(instead);
    },
    undo: () => {
      if (gone?.kind === "question") {
        focusOn.current = `[id="${gone.question.key}-card"] summary`;
        setQuestions((all) => putBack(all, gone.question, gone.at));
      } else if (gone) setTyped(gone.typed);
      setGone(undefined);
    },
  };
}
