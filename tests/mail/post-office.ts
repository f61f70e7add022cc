import { afterAll, afterEach, beforeAll } from "vitest";
import { stopWorker } from "#lib/jobs/worker.ts";
import type { Mail } from "#lib/mail/mailbox/mail.ts";
import { startMailbox } from "#lib/mail/mailbox/server.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";

type Fault = { fault: string; times?: number; name?: string; retryAfterSeconds?: number };
type Ledger = {
  accepted: number;
  requests: number;
  keys: Record<string, { accepted: number; requests: number }>;
};

/** Call at the top of a test file: a database and a mailbox of one's own. */
export function onPostOffice() {
  const database = onFreshDatabase();
  let url = "";
  let stop = async () => {};
  beforeAll(async () => {
    ({ url, stop } = await startMailbox({ port: 0 }));
    process.env.RESEND_BASE_URL = url;
  });
  afterEach(async () => {
    await stopWorker();
    await ask("DELETE", "/faults");
    await ask("DELETE", "/messages");
  });
  afterAll(async () => {
    await stopWorker();
    await stop();
  });

  const ask = async (method: string, path: string, body?: unknown) => {
    const answer = await fetch(url + path, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return answer.json();
  };
  return {
    database,
    get url() {
      return url;
    },
    arm: (...faults: Fault[]) => ask("POST", "/faults", faults),
    arrived: (to = ""): Promise<Mail[]> => ask("GET", `/messages?to=${encodeURIComponent(to)}`),
    ledger: async (messageId: string) =>
      ((await ask("GET", "/ledger")) as Ledger).keys[`message/${messageId}`] ?? { accepted: 0, requests: 0 },
  };
}

/** Asks until the answer is there. */
export async function eventually<T>(
  ask: () => Promise<T | undefined | false>,
  milliseconds = 8_000,
): Promise<T> {
  const late = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > late) throw new Error("It did not happen in time");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
