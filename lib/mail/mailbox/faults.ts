import { ApiError } from "./api-error.ts";

/** What to do to a coming request instead of answering it properly: a status, or worse. */
export type Fault = { fault: string; name?: string; retryAfterSeconds?: number };

const kinds = /^(hang|reset|accept-then-drop|[345]\d\d)$/;
const names: Record<string, string> = {
  401: "missing_api_key",
  403: "invalid_api_key",
  409: "concurrent_idempotent_requests",
  422: "validation_error",
  429: "rate_limit_exceeded",
  500: "internal_server_error",
};

/** Faults that tests arm for the next requests, taken one by one in order. */
export function faultQueue() {
  let armed: Fault[] = [];

  return {
    arm(input: unknown): number {
      armed = [...armed, ...(Array.isArray(input) ? input : [input]).flatMap(readFault)].slice(0, 10_000);
      return armed.length;
    },
    next: (): Fault | undefined => armed.shift(),
    list: () => armed,
    clear: () => {
      armed = [];
    },
  };
}

export type FaultQueue = ReturnType<typeof faultQueue>;

/** The refusal that a fault with a status stands for. */
export function faultAnswer({ fault, name, retryAfterSeconds }: Fault): ApiError {
  const status = Number(fault);
  const headers: Record<string, string> =
    retryAfterSeconds === undefined
      ? {}
      : { "retry-after": String(retryAfterSeconds), "ratelimit-remaining": "0" };
  return new ApiError(
    status,
    name ?? names[status] ?? "application_error",
    "A fault that a test asked for.",
    headers,
  );
}

export function readFault(input: unknown): Fault[] {
  const { fault, times = 1, name, retryAfterSeconds } = (input ?? {}) as Record<string, unknown>;
  const isRight =
    typeof fault === "string" &&
    kinds.test(fault) &&
    typeof times === "number" &&
    Number.isInteger(times) &&
    times >= 1 &&
    times <= 10_000 &&
    (name === undefined || typeof name === "string") &&
    (retryAfterSeconds === undefined || (typeof retryAfterSeconds === "number" && retryAfterSeconds >= 0));
  if (!isRight)
    throw new ApiError(422, "validation_error", "A fault is { fault, times, name?, retryAfterSeconds? }.");
  const single: Fault = {
    fault,
    ...(name !== undefined && { name }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
  return Array.from({ length: times }, () => single);
}
