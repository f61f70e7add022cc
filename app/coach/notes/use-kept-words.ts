"use client";

import { type RefObject, useEffect, useState } from "react";
import { autosave, type Standing } from "#app/autosave.ts";
import { leadsElsewhere, useUnsaved } from "#app/unsaved.tsx";

type Kept = {
  path: string;
  /** What is told of the words each time. It may be changed while they are written. */
  about: Record<string, unknown>;
  stored: { answers: Record<string, string>; revision: number };
  saved: string;
  form: RefObject<HTMLFormElement | null>;
};

/** Keeps what a coach writes in the fields of a form, as it is typed; and what stands between it and the portal. */
export function useKeptWords({ path, about, stored, saved, form }: Kept) {
  const [standing, tell] = useState<Standing>({ is: "saved", words: saved });
  const [keeping] = useState(() =>
    autosave({ path, about, stored, read: () => wordsIn(form.current), tell }),
  );
  const isStuck = ["waiting", "refused", "elsewhere"].includes(standing.is) && keeping.isUnsaved();
  useUnsaved(`${path} ${JSON.stringify(about.about ?? about.client ?? "")}`, isStuck);

  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    let isLeavingQuickly = false;
    // Typed before the page could listen.
    if (keeping.isUnsaved()) keeping.typed();
    for (const happens of ["focus", "online", "pagehide"])
      addEventListener(happens, () => keeping.save(), { signal });
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
  }, [keeping]);

  return {
    standing,
    keeping,
    onBlur: () => keeping.isStuck() || keeping.save(),
    onInput: () => keeping.typed(),
    /** Puts words in fields, as if they had been typed. */
    put(words: Record<string, string>) {
      for (const [field, text] of Object.entries(words)) show(form.current, field, text);
      keeping.typed();
    },
    takeOther() {
      const other = keeping.seeOther();
      for (const field of Object.keys(wordsIn(form.current))) show(form.current, field, other[field] ?? "");
    },
  };
}

export function saidOf(standing: Standing, nothing: string): string {
  switch (standing.is) {
    case "saved":
      return standing.words || nothing;
    case "typed":
    case "saving":
      return "Saving";
    case "waiting":
      return "Not saved yet. What you wrote is still here, and it is tried again by itself.";
    default:
      return "Not saved yet.";
  }
}

type Field = HTMLTextAreaElement | HTMLInputElement;

export function wordsIn(form: HTMLFormElement | null): Record<string, string> {
  const fields = [...(form?.querySelectorAll<Field>("textarea, input") ?? [])];
  return Object.fromEntries(
    fields.flatMap(({ name, value }) => (name.startsWith("answer.") ? [[name.slice(7), value]] : [])),
  );
}

function show(form: HTMLFormElement | null, field: string, words: string) {
  const found = form?.elements.namedItem(`answer.${field}`);
  if (found instanceof HTMLTextAreaElement || found instanceof HTMLInputElement) found.value = words;
}
