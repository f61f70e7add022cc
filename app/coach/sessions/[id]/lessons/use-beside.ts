"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { sendJson } from "#app/send.ts";

type Asked = { path: string; body?: object };

/** What is done to the lessons beside a session. The page is read anew after each. */
export function useBeside() {
  const router = useRouter();
  const acting = useMutation({
    mutationFn: ({ path, body = {} }: Asked) => sendJson<{ undo?: string }>(`/api/coach${path}`, body),
    // Without a line it should say so at once, not wait for one.
    networkMode: "always",
    onSuccess: (sent) => sent.ok && router.refresh(),
  });
  return {
    act: (path: string, body?: object) => acting.mutateAsync({ path, body }),
    forget: acting.reset,
    isActing: acting.isPending,
    error: acting.data?.ok === false ? acting.data.error : undefined,
  };
}
