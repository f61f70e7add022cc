"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { sendJson } from "#app/send.ts";

type Asked = { path: string; body?: object };

/** What is done to the other calendars. The page is read anew after each. */
export function useFeeds() {
  const router = useRouter();
  const acting = useMutation({
    mutationFn: ({ path, body = {} }: Asked) => sendJson<{ undo?: string }>(`/api/busy-feeds${path}`, body),
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

const every = 2_000;
const most = 45;

/** Looks at the page again and again while a calendar waits to be read, for a minute and a half. Whether it still does. */
export function useWaiting(isWaiting: boolean): boolean {
  const router = useRouter();
  const queries = useQueryClient();
  const [looks, setLooks] = useState(0);
  const hasWaited = useRef(false);

  useEffect(() => {
    if (!isWaiting) {
      // What was read may have taken times away from what a client sees.
      if (hasWaited.current) void queries.invalidateQueries({ queryKey: ["slots"] });
      hasWaited.current = false;
      setLooks(0);
      return;
    }
    hasWaited.current = true;
    if (looks >= most) return;
    const timer = setTimeout(() => {
      router.refresh();
      setLooks(looks + 1);
    }, every);
    return () => clearTimeout(timer);
  }, [isWaiting, looks, router, queries]);

  return isWaiting && looks < most;
}
