"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Answerable } from "./answerable.ts";
import { useAnswers } from "./use-answers.ts";

export type Answered = ReturnType<typeof useAnswers>;

const Context = createContext<Answered | undefined>(undefined);

/** Everything on a page where somebody answers: the bar above and the questions know of the same answers. */
export function Answering({ answerable, children }: { answerable: Answerable; children: ReactNode }) {
  return <Context value={useAnswers(answerable)}>{children}</Context>;
}

export function useAnswering(): Answered {
  const answered = useContext(Context);
  if (!answered) throw new Error("Nothing is answered here");
  return answered;
}
