import type { IncomingMessage } from "node:http";
import { ApiError } from "./api-error.ts";
import type { FaultShares } from "./fault-shares.ts";
import { type Fault, type FaultQueue, faultAnswer } from "./faults.ts";
import type { idempotencyKeys } from "./idempotency.ts";
import { readMail } from "./read-mail.ts";
import type { RequestBook } from "./requests.ts";
import type { MailStore } from "./store.ts";

type Parts = {
  store: MailStore;
  requests: RequestBook;
  faults: FaultQueue;
  shares: FaultShares;
  keys: ReturnType<typeof idempotencyKeys>;
};

/** What to do with a request to send: answer it, or leave it without an answer. */
export type Verdict = { answer: unknown } | { instead: "hang" | "drop"; release: () => void };

/** `POST /emails` and `POST /emails/batch`, as Resend answers them. */
export function acceptMail(request: IncomingMessage, body: string, isBatch: boolean, parts: Parts): Verdict {
  demandKey(request);
  const key = readIdempotencyKey(request);
  parts.store.countRequest(key);
  parts.requests.note(key, body);
  const fault = parts.faults.next() ?? parts.shares.next();
  if (fault && /^\d/.test(fault.fault)) throw faultAnswer(fault);
  if (fault?.fault === "reset") return { instead: "drop", release: () => {} };
  const mails = readBody(body, isBatch);
  const earlier = key === null ? undefined : parts.keys.begin(key, body);
  if (earlier) return without(fault, earlier.answer, () => {});
  if (fault?.fault === "hang")
    return { instead: "hang", release: () => key !== null && parts.keys.abandon(key) };
  const ids = mails.map((mail) => ({ id: parts.store.deliver(mail, key) }));
  const answer = isBatch ? { data: ids } : ids[0];
  if (key !== null) parts.keys.finish(key, answer);
  return without(fault, answer, () => {});
}

function without(fault: Fault | undefined, answer: unknown, release: () => void): Verdict {
  if (fault?.fault === "hang") return { instead: "hang", release };
  return fault?.fault === "accept-then-drop" ? { instead: "drop", release } : { answer };
}

function demandKey(request: IncomingMessage): void {
  if (!/^bearer\s+\S/i.test(request.headers.authorization ?? ""))
    throw new ApiError(401, "missing_api_key", "Missing API key in the authorization header.");
}

function readIdempotencyKey(request: IncomingMessage): string | null {
  const key = request.headers["idempotency-key"];
  if (key === undefined) return null;
  if (typeof key !== "string" || key.length < 1 || key.length > 256)
    throw new ApiError(400, "invalid_idempotency_key", "The key must be between 1-256 chars.");
  return key;
}

function readBody(body: string, isBatch: boolean) {
  const input = parse(body);
  if (!isBatch) return [readMail(input)];
  if (!Array.isArray(input) || input.length < 1 || input.length > 100)
    throw new ApiError(422, "validation_error", "A batch is an array of 1 to 100 emails.");
  const mails = input.map(readMail);
  if (mails.some(({ attachments }) => attachments.length > 0))
    throw new ApiError(422, "validation_error", "The `attachments` field is not supported in a batch.");
  return mails;
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw new ApiError(400, "validation_error", "The request body is not JSON.");
  }
}
