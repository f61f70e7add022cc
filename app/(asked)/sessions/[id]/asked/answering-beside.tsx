"use client";

import { createContext, type ReactNode, useContext, useMemo } from "react";
import { Answering } from "#app/(asked)/answering/answering.tsx";
import type { AskedPage } from "#lib/reflections/asked/queries.ts";

const Context = createContext<AskedPage | undefined>(undefined);

/** Everything on a page where somebody answers beside a session. */
export function AnsweringBeside({ asked, children }: { asked: AskedPage; children: ReactNode }) {
  const answerable = useMemo(() => answerableOf(asked), [asked]);
  return (
    <Context value={asked}>
      <Answering answerable={answerable}>{children}</Answering>
    </Context>
  );
}

export function useAsked(): AskedPage {
  const asked = useContext(Context);
  if (!asked) throw new Error("Nothing is asked here");
  return asked;
}

function answerableOf(asked: AskedPage) {
  const { author, about, templateVersionId, questions, answers, revision, saved, earlier, share } = asked;
  return {
    ...{ questions, answers, revision, saved, earlier },
    coachName: asked.session.coachName,
    keep: { path: "/api/reflections/asked", about: { author, about, templateVersionId } },
    isShared: share !== undefined,
    isNewest: share?.isNewest ?? false,
    shown: asked.partner?.shown ?? [],
    leaveTo: `/sessions/${about.bookingId}`,
    gone: "It can’t be saved here any more. The meeting may have been moved or cancelled. Please copy what matters to you before you leave.",
  };
}
