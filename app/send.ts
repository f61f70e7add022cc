import type { DraftToEdit } from "#lib/lessons/authoring/drafts.ts";

export type SendError = {
  code: string;
  /** A sentence for the person. */
  message: string;
  field?: string;
  nearest?: { start: string; how: string }[];
  /** Rules of the coach's own that this would break, when it says no because of them. */
  warnings?: { rule: string; sentence: string }[];
  /** What somebody else wrote in a lesson meanwhile. */
  draft?: DraftToEdit;
  /** What is not ready in a lesson's blocks, counted from 0. */
  problems?: { block: number; sentence: string }[];
};

export type Sent<T> = { ok: true; data: T } | { ok: false; error: SendError };

const unreachable: SendError = {
  code: "unreachable",
  message: "We could not reach the portal. What you typed is still here. Please try again in a moment.",
};

type How = {
  key?: string;
  /** It goes through also when the page is left meanwhile. Browsers carry 64 kB that way. */
  keepalive?: boolean;
};

/** Posts JSON to our own server. Never throws: a line that breaks is an answer like any other. */
export async function sendJson<T>(
  path: string,
  body: unknown,
  { key, keepalive = false }: How = {},
): Promise<Sent<T>> {
  try {
    const response = await fetch(path, {
      method: "POST",
      keepalive,
      headers: { "content-type": "application/json", ...(key && { "idempotency-key": key }) },
      body: JSON.stringify(body),
    });
    const answer = (await response.json()) as T & { error?: SendError };
    if (response.ok) return { ok: true, data: answer };
    return { ok: false, error: answer.error ?? unreachable };
  } catch {
    return { ok: false, error: unreachable };
  }
}

/** Asks our own server. Throws what it says when it says no, for React Query to keep. */
export async function askJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(path, { signal }).catch((error: Error) => {
    throw signal?.aborted ? error : new Error(unreachable.message);
  });
  const answer = (await response.json()) as T & { error?: SendError };
  if (!response.ok) throw new Error(answer.error?.message ?? unreachable.message);
  return answer;
}

/** Whether our own server answers just now: a page that is read anew when it does not would be lost. */
export async function isPortalThere(): Promise<boolean> {
  const answer = await fetch("/api/health/live").catch(() => undefined);
  return answer?.ok ?? false;
}
