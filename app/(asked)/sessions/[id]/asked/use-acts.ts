"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import { useAnswering } from "#app/(asked)/answering/answering.tsx";
import { sendJson } from "#app/send.ts";

/** What is done with the answers besides keeping them. Whoever did it reads what came of it at `told`. */
export function useActs() {
  const { keeping, refuse } = useAnswering();
  const router = useRouter();
  const told = useRef<HTMLDivElement>(null);
  const acting = useMutation({
    // A browser may be wrong about its line; the portal says how it is.
    networkMode: "always",
    mutationFn: (act: () => Promise<boolean>) => act(),
    onSuccess: (isDone) => {
      if (!isDone) return;
      told.current?.focus();
      router.refresh();
    },
  });
  const act = (what: () => Promise<boolean>) => {
    if (!acting.isPending) acting.mutate(what);
  };
  return {
    told,
    isActing: acting.isPending,
    share: (on: number | null) => act(() => keeping.sendTo("/api/reflections/asked/share", { on })),
    takeBack: (shareId: string) => act(() => post(`/api/reflections/shares/${shareId}/take-back`)),
    undo: (shareId: string) => act(() => post(`/api/reflections/shares/${shareId}/undo`)),
    showPartner(questions: readonly string[], then: (isDone: boolean) => void) {
      act(async () => {
        const isDone = await keeping.sendTo("/api/reflections/asked/partner", { questions });
        then(isDone);
        return isDone;
      });
    },
  };

  async function post(path: string): Promise<boolean> {
    const sent = await sendJson(path, {});
    if (!sent.ok) refuse(sent.error);
    return sent.ok;
  }
}

export type Acts = ReturnType<typeof useActs>;
