import { answer } from "#lib/http/answers.ts";
import { findMissing } from "#lib/running/readiness.ts";

export async function GET(): Promise<Response> {
  const missing = await findMissing();
  const body = { ready: missing.length === 0, missing };
  return missing.length === 0
    ? answer(body)
    : Response.json(body, { status: 503, headers: { "retry-after": "5" } });
}
