/** What came back from Resend. No status: nobody can say whether the mail was taken. */
export type Answer = {
  status: number | null;
  code?: string | undefined;
  retryAfterSeconds?: number | undefined;
  providerId?: string | undefined;
};

export type Outcome =
  | { state: "sent"; code?: string; providerId?: string | undefined; isOdd?: true }
  | { state: "dead"; code: string; isOdd: true }
  | {
      state: "again";
      code: string;
      inMs: number;
      /** Certain that this try was not taken: it neither counts nor starts the clock of the idempotency key. */
      wasRefused: boolean;
      /** What else waits meanwhile. */
      pause?: "lane" | "all" | "all but sign-in";
      isOdd?: true;
    };

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/**
 * What an answer means for the message. `tries` counts the tries whose end is unknown, this one included. While somebody
 * waits for it, it is tried again soon.
 */
export function outcomeOf(
  answer: Answer,
  { tries, isUrgent }: { tries: number; isUrgent: boolean },
  random = Math.random,
): Outcome {
  const { status } = answer;
  const code = answer.code ?? (status === null ? "no_answer" : `http_${status}`);
  const retryAfter = (answer.retryAfterSeconds ?? 0) * second;
  const backoff = () => waitBefore(tries, isUrgent) * (0.75 + random() * 0.25);

  if (status === null || status >= 500 || status < 200 || status === 408 || (status >= 300 && status < 400))
    return { state: "again", code, inMs: backoff(), wasRefused: false };
  if (status < 300) return { state: "sent", providerId: answer.providerId };
  if (code === "concurrent_idempotent_requests")
    return { state: "again", code, inMs: isUrgent ? second / 4 : 5 * second, wasRefused: false };
  // The key was taken with other bytes: that mail went out, and ours have changed, which must not happen.
  if (code === "invalid_idempotent_request") return { state: "sent", code, isOdd: true };
  if (code === "daily_quota_exceeded" || code === "monthly_quota_exceeded") {
    const inMs = Math.max(retryAfter, hour / 4);
    return { state: "again", code, inMs, wasRefused: true, pause: "all but sign-in", isOdd: true };
  }
  if (status === 429) {
    const inMs = Math.max(retryAfter, second) + random() * (isUrgent ? second / 10 : second);
    return { state: "again", code, inMs, wasRefused: true, pause: "lane" };
  }
  if (status === 401 || code === "invalid_api_key")
    return { state: "again", code, inMs: minute, wasRefused: true, pause: "all", isOdd: true };
  if (status === 409) return { state: "again", code, inMs: backoff(), wasRefused: false };
  return { state: "dead", code, isOdd: true };
}

function waitBefore(tries: number, isUrgent: boolean): number {
  const doubled = isUrgent ? (second / 4) * 2 ** (Math.max(tries, 4) - 4) : 5 * second * 2 ** (tries - 1);
  return Math.min(doubled, 30 * minute);
}
