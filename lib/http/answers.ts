import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { DatabaseAway } from "#db/errors.ts";
import { errorFields, log } from "#lib/log.ts";
import { NotFound, Refusal, Unavailable } from "#lib/refusal.ts";

const noStore = { "cache-control": "private, no-store" };

export function answer(body: unknown, status = 200): Response {
  // What Response.json would give, which takes longer over a long body.
  const headers = { ...noStore, "content-type": "application/json" };
  return new Response(JSON.stringify(body ?? {}), { status, headers });
}

/** Shows the page at this path of ours, after something was sent by a form. */
export function showPage(path: string): Response {
  return new Response(null, { status: 303, headers: { ...noStore, location: path } });
}

/** Turns what was thrown into what a person, or a program, may know of it. */
export function answerError(error: unknown): Response {
  if (error instanceof Refusal) {
    const headers: Record<string, string> = { ...noStore };
    if (error.retryAfterSeconds) headers["retry-after"] = String(Math.ceil(error.retryAfterSeconds));
    const { code, message, field, offer } = error;
    return Response.json({ error: { code, message, field, ...offer } }, { status: error.status, headers });
  }
  if (error instanceof NotFound) return problem(404, "not_found", "This is not here.");
  if (error instanceof Unavailable || error instanceof DatabaseAway) return away();
  const id = randomUUID();
  log.error("a request failed", { requestId: id, ...errorFields(error) });
  return problem(
    500,
    "failed",
    `Something went wrong on our side. Nothing was changed. If you write to us, this number helps: ${id}`,
  );
}

export function problem(
  status: number,
  code: string,
  message: string,
  headers: Record<string, string> = {},
): Response {
  return Response.json({ error: { code, message } }, { status, headers: { ...noStore, ...headers } });
}

function away(): Response {
  return problem(503, "away", "The portal cannot reach its records just now. Please try again in a minute.", {
    "retry-after": "10",
  });
}

/** The first thing wrong with an input, beside its field. */
export function refusalFrom(error: z.ZodError): Refusal {
  const issue = error.issues[0];
  const field = issue?.path.join(".") || undefined;
  const isOurSentence = issue?.message.endsWith(".") ?? false;
  return new Refusal(isOurSentence && issue ? issue.message : "Please look at this once more.", {
    code: "invalid",
    status: 422,
    field: issue?.code === "unrecognized_keys" ? undefined : field,
  });
}
