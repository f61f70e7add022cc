import { answer } from "#lib/http/answers.ts";

export async function GET(): Promise<Response> {
  return answer({ live: true });
}
