"use client";

import { Main } from "#app/ui/main.tsx";
import { UnavailableHere } from "#app/ui/unavailable.tsx";
import { WentWrong } from "#app/ui/went-wrong.tsx";

type Problem = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage(problem: Problem) {
  if (problem.error.digest !== "AWAY") return <WentWrong {...problem} />;
  return (
    <Main>
      <UnavailableHere />
    </Main>
  );
}
