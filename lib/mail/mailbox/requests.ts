import { createHash } from "node:crypto";

const most = 50_000;

type Came = {
  /** Epoch milliseconds. */
  at: number;
  key: string | null;
  /** SHA-256 of the body, as it came. */
  hash: string;
};

/** Every request to send, in the order in which they came, whatever became of it: for whoever watches a sender from outside. */
export function requestBook() {
  const came: Came[] = [];

  return {
    note(key: string | null, body: string): void {
      came.push({ at: Date.now(), key, hash: createHash("sha256").update(body).digest("base64") });
      if (came.length > most) came.shift();
    },
    list: () => came,
  };
}

export type RequestBook = ReturnType<typeof requestBook>;
