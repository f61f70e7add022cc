import { Steps } from "#app/ui/steps.tsx";
import type { ShownType } from "./shown-type.ts";

/** What happens once a time is asked for, said before anything is sent. */
export function WhatFollows({ type: { kind, coachName } }: { type: Pick<ShownType, "kind" | "coachName"> }) {
  return (
    <>
      <h2 id="you">What happens then</h2>
      <Steps steps={stepsOfAsking(kind, coachName)} />
    </>
  );
}

export function stepsOfAsking(kind: string, coachName: string) {
  return [
    {
      title: "The time is kept for you",
      text: "From then on nobody else can take it. Nothing is fixed yet.",
    },
    ...(kind === "couple"
      ? [
          {
            title: "You both say that it suits you",
            text: "Asking is your yes. Your partner finds the same time on a page of their own, and says so there.",
          },
        ]
      : []),
    {
      title: `${coachName} answers`,
      text: "You get a note by mail. It may be a yes, or other times to choose from.",
    },
    {
      title: "You can change your mind",
      text: "On the page of this meeting you can move it or take it back. No reason is needed.",
    },
  ];
}
