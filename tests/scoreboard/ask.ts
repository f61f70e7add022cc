import { randomInt } from "node:crypto";
import type { Process } from "#tests/support/portal.ts";

type Asked = {
  method?: string;
  /** The session's cookie value. */
  session?: string;
  body?: unknown;
  key?: string;
  headers?: Record<string, string>;
};

export type Answer = { status: number; headers: Headers; text: string; ms: number };

/** What a browser on one of our pages asks. Redirects are answers too. */
export async function ask({ url }: Process, path: string, asked: Asked = {}): Promise<Answer> {
  const { method = asked.body === undefined ? "GET" : "POST", session, body, key, headers } = asked;
  const began = performance.now();
  const response = await fetch(url + path, {
    method,
    redirect: "manual",
    headers: {
      origin: url,
      "sec-fetch-site": "same-origin",
      "x-forwarded-for": someNetwork(),
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(session && { cookie: `attune=${session}` }),
      ...(key && { "idempotency-key": key }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, ms: performance.now() - began };
}

/** Each request from another network, so that limits of one do not hide what comes behind them. */
export function someNetwork(): string {
  return `10.${randomInt(256)}.${randomInt(256)}.${randomInt(1, 255)}`;
}

export function bodyOf<T>({ text }: Answer): T {
  return JSON.parse(text) as T;
}

/** "taken", of an answer that says no. */
export function codeOf(answer: Answer): string | undefined {
  return bodyOf<{ error?: { code?: string } }>(answer).error?.code;
}
