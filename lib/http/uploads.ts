import type { z } from "zod";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { answer, answerError, refusalFrom } from "#lib/http/answers.ts";
import { demandOwnOrigin, readParts } from "#lib/http/request.ts";
import { demandViewer } from "#lib/http.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";

export type SentFile = { name: string; bytes: Uint8Array };

type Uploaded<Input> = { input: Input; files: SentFile[]; now: number };

/**
 * What a coach asks about files, at most `limit` bytes with all that goes with them: a form whose field `wish` is JSON.
 * For a client it does not exist.
 */
export function coachUpload<S extends z.ZodType>(
  schema: S,
  limit: number,
  handle: (coach: CoachViewer, uploaded: Uploaded<z.output<S>>) => Promise<unknown>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    try {
      demandOwnOrigin(request);
      const now = Date.now();
      // Nobody else's bytes are taken in.
      const viewer = await demandViewer(now);
      if (viewer.role !== "coach") throw new NotFound();
      const parts = [...(await readParts(request, limit))];
      const parsed = schema.safeParse(wishIn(parts));
      if (!parsed.success) throw refusalFrom(parsed.error);
      const sent = parts.map(([, value]) => value).filter((value) => typeof value !== "string");
      const files = await Promise.all(
        sent.map(async (file) => ({ name: file.name, bytes: await file.bytes() })),
      );
      return answer(await handle(viewer, { input: parsed.data, files, now }));
    } catch (error) {
      return answerError(error);
    }
  };
}

function wishIn(parts: [string, FormDataEntryValue][]): unknown {
  const wish = parts.find(([name]) => name === "wish")?.[1];
  try {
    return JSON.parse(typeof wish === "string" ? wish : "");
  } catch {
    throw new Refusal("We could not read that request. Please reload the page and try again.", {
      code: "bad_json",
      status: 422,
    });
  }
}
