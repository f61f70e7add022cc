import { createHash } from "node:crypto";
import { ApiError } from "./api-error.ts";

const day = 24 * 60 * 60 * 1_000;
const mostKeys = 50_000;

type Seen = { hash: string; at: number; answer: unknown };

/** Remembers for a day what was answered under which key, as Resend does. */
export function idempotencyKeys(now: () => number) {
  const seen = new Map<string, Seen>();

  const forgetOld = () => {
    for (const [key, { at }] of seen) {
      if (now() - at < day && seen.size <= mostKeys) break;
      seen.delete(key);
    }
  };

  return {
    /** The earlier answer, or undefined when this request is the first and may go on. */
    begin(key: string, body: string): { answer: unknown } | undefined {
      forgetOld();
      const hash = createHash("sha256").update(body).digest("base64");
      const earlier = seen.get(key);
      if (!earlier) {
        seen.set(key, { hash, at: now(), answer: undefined });
        return undefined;
      }
      if (earlier.hash !== hash)
        throw new ApiError(
          409,
          "invalid_idempotent_request",
          "This idempotency key has been used on a request that had a different payload.",
        );
      if (earlier.answer === undefined)
        throw new ApiError(
          409,
          "concurrent_idempotent_requests",
          "Another request with the same idempotency key is currently in progress.",
        );
      return { answer: earlier.answer };
    },

    finish(key: string, answer: unknown): void {
      const begun = seen.get(key);
      if (begun) begun.answer = answer;
    },

    /** The request came to nothing: the key is free again. */
    abandon(key: string): void {
      if (seen.get(key)?.answer === undefined) seen.delete(key);
    },
  };
}
