"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { type SendError, sendJson } from "#app/send.ts";

/**
 * The order of a course's lessons. Each change shows at once and is sent after the one before it; where somebody else
 * was first, the list shows theirs.
 */
export function useOrder(courseId: string, ids: string[]) {
  const router = useRouter();
  const [order, setOrder] = useState(ids);
  const [error, setError] = useState<SendError>();
  const wanted = useRef(ids);
  const stored = useRef(ids);
  const isBusy = useRef(false);

  const joined = ids.join();
  useEffect(() => {
    if (isBusy.current) return;
    const fresh = joined === "" ? [] : joined.split(",");
    wanted.current = fresh;
    stored.current = fresh;
    setOrder(fresh);
  }, [joined]);

  async function send() {
    if (isBusy.current) return;
    isBusy.current = true;
    while (wanted.current.join() !== stored.current.join()) {
      const next = wanted.current;
      const sent = await sendJson(`/api/coach/lessons/courses/${courseId}/order`, {
        order: next,
        seen: stored.current,
      });
      if (sent.ok) {
        stored.current = next;
        continue;
      }
      setError(sent.error);
      wanted.current = stored.current;
      setOrder(stored.current);
    }
    isBusy.current = false;
    router.refresh();
  }

  return {
    order,
    error,
    put: (next: string[]) => {
      setError(undefined);
      wanted.current = next;
      setOrder(next);
      void send();
    },
  };
}

/** The same list with one of it a step up (-1) or down (1); undefined where it can go no further. */
export function moved(order: readonly string[], id: string, step: -1 | 1): string[] | undefined {
  const from = order.indexOf(id);
  const to = from + step;
  if (from < 0 || to < 0 || to >= order.length) return undefined;
  const others = order.filter((one) => one !== id);
  return [...others.slice(0, to), id, ...others.slice(to)];
}
