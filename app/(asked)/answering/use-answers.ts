"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { autosave, type Standing } from "#app/autosave.ts";
import type { SendError } from "#app/send.ts";
import { nameOf } from "#app/ui/questions/field-props.ts";
import { leadsElsewhere, useUnsaved } from "#app/unsaved.tsx";
import { type Answer, type Answers, isGiven, mostLetters, type Question } from "#lib/questions/question.ts";
import type { Answerable } from "./answerable.ts";

/** What somebody answers, kept as they go; and what stands between that and the portal, if anything does. */
export function useAnswers(answerable: Answerable) {
  const { questions, revision, keep, isNewest } = answerable;
  const router = useRouter();
  const [answers, setAnswers] = useState(answerable.answers);
  const current = useRef(answers);
  const [shown, setShown] = useState(answerable.shown);
  const [standing, tell] = useState<Standing<Answer>>({ is: "saved", words: answerable.saved });
  const [looksAway, setLooksAway] = useState<Standing<Answer>>();
  const [keeping] = useState(() =>
    autosave<Answer>({
      ...keep,
      stored: { answers: answerable.answers, revision },
      read: () => keepable(questions, current.current),
      tell,
    }),
  );
  const isTooLong = questions.some((question) => roomError(question, answers[question.key]));
  const isStuck = ["waiting", "refused", "elsewhere"].includes(standing.is) && keeping.isUnsaved();
  useUnsaved("answers", isStuck || isTooLong);

  function put(next: Answers) {
    current.current = next;
    setAnswers(next);
  }

  useEffect(() => {
    const early = typedEarly(questions, current.current);
    if (early) {
      current.current = early;
      setAnswers(early);
      keeping.typed();
    }
    const listening = new AbortController();
    const { signal } = listening;
    let isLeavingQuickly = false;
    for (const happens of ["focus", "online", "pagehide"])
      addEventListener(happens, () => keeping.save(), { signal });
    // What was refused is not asked for again by looking elsewhere.
    addEventListener("focusout", () => keeping.isStuck() || keeping.save(), { signal });
    document.addEventListener(
      "visibilitychange",
      () => document.visibilityState === "hidden" && keeping.save(),
      { signal },
    );
    document.addEventListener(
      "click",
      (event) => {
        isLeavingQuickly = leadsElsewhere(event);
      },
      { capture: true, signal },
    );
    addEventListener(
      "beforeunload",
      (event) => !isLeavingQuickly && keeping.isUnsaved() && event.preventDefault(),
      { signal },
    );
    return () => {
      listening.abort();
      keeping.save();
    };
  }, [keeping, questions]);

  // What stands with the coach is no longer the newest.
  useEffect(() => {
    if (standing.is === "saved" && isNewest && keeping.revision() !== revision) router.refresh();
  }, [standing, isNewest, keeping, router, revision]);

  return {
    answerable,
    answers,
    standing,
    keeping,
    answer(key: string, value: Answer | undefined) {
      const { [key]: _, ...rest } = current.current;
      put(value === undefined ? rest : { ...rest, [key]: value });
      keeping.typed();
    },
    /** Why this one cannot be kept as it stands. */
    errorOf(question: Question): string | undefined {
      const tooLong = roomError(question, answers[question.key]);
      if (tooLong || standing.is !== "refused") return tooLong;
      const { field, message } = standing.error;
      return field === `answers.${question.key}` ? message : undefined;
    },
    /** The answers that the partner can read. */
    shown,
    setShown,
    refuse: (error: SendError) => tell({ is: "refused", error, isAct: true }),
    again() {
      if (keeping.isUnsaved()) keeping.save();
      else tell({ is: "saved", words: "" });
    },
    /** Of what two devices wrote, these, question by question; the answers named are those from the other one. */
    settle(fromOther: readonly string[]) {
      const other = keeping.seeOther();
      const next = { ...current.current };
      for (const key of fromOther) {
        if (other[key] === undefined) delete next[key];
        else next[key] = other[key];
      }
      put(next);
      keeping.save();
    },
    /** Whether what stands in the way is out of sight, as its reader wished. */
    isAside: looksAway === standing,
    setAside: (isAside: boolean) => setLooksAway(isAside ? standing : undefined),
  };
}

/** All that can be kept; what is too long waits until it is shorter, and keeps nothing else from being kept. */
function keepable(questions: readonly Question[], answers: Answers) {
  return Object.fromEntries(
    questions
      .filter((question) => !roomError(question, answers[question.key]))
      .map(({ key }) => [key, answers[key]]),
  );
}

function roomError({ type }: Question, answer: Answer | undefined): string | undefined {
  if (typeof answer !== "string" || (type !== "long" && type !== "short")) return undefined;
  const most = mostLetters[type];
  if (answer.length <= most) return undefined;
  return `That is longer than we can keep here. ${most.toLocaleString("en")} letters fit.`;
}

/** What was answered before the page could listen, where there is any. */
function typedEarly(questions: readonly Question[], answers: Answers): Answers | undefined {
  const early = { ...answers };
  for (const question of questions) {
    const answer = answerInPage(question);
    if (isGiven(answer)) early[question.key] = answer;
  }
  return JSON.stringify(early) === JSON.stringify(answers) ? undefined : early;
}

function answerInPage({ key, type }: Question): Answer | undefined {
  const fields = [...document.getElementsByName(nameOf(key))] as HTMLInputElement[];
  if (type === "long" || type === "short") return fields[0]?.value;
  const chosen = fields.filter(({ checked }) => checked).map(({ value }) => value);
  if (type === "multi") return chosen;
  const [one] = chosen;
  return type === "scale" && one !== undefined && /^\d+$/.test(one) ? Number(one) : one;
}
