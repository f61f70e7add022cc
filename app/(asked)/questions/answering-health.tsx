"use client";

import { type ReactNode, useMemo } from "react";
import { Answering } from "#app/(asked)/answering/answering.tsx";
import type { HealthQuestions } from "#lib/screening/queries.ts";

/** Everything on the page where somebody answers the health questions. */
export function AnsweringHealth({ found, children }: { found: HealthQuestions; children: ReactNode }) {
  const answerable = useMemo(() => answerableOf(found), [found]);
  return <Answering answerable={answerable}>{children}</Answering>;
}

function answerableOf({ author, coach, templateVersionId, standing, ...found }: HealthQuestions) {
  const { questions, answers, revision, saved } = found;
  return {
    ...{ questions, answers, revision, saved },
    coachName: coach.name,
    keep: { path: "/api/screenings/keep", about: { author, coachId: coach.id, templateVersionId } },
    earlier: [],
    isShared: standing.screeningId !== null,
    isNewest: false,
    shown: [],
    leaveTo: "/sessions",
    gone: "It can’t be saved here any more. Please copy what matters to you before you leave.",
  };
}
