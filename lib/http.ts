import type { z } from "zod";
import { currentSession } from "#lib/auth/current-session.ts";
import { isOwner } from "#lib/auth/proven.ts";
import { isTimeToSlide, slideSession } from "#lib/auth/sessions.ts";
import type { ClientViewer, CoachViewer, OwnerViewer, Viewer } from "#lib/auth/viewer.ts";
import { answer, answerError, refusalFrom } from "#lib/http/answers.ts";
import { addressOf, demandOwnOrigin, readIdempotencyKey, readJson } from "#lib/http/request.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";

export type Call<Input> = {
  input: Input;
  /** The dynamic parts of the path. */
  params: Record<string, string>;
  request: Request;
  /** The caller's network address, "unknown" when it cannot be told. */
  address: string;
  /** From the `Idempotency-Key` header, lower case. */
  idempotencyKey: string | undefined;
  /** When the request arrived, epoch milliseconds. */
  now: number;
};

/** `limit`: bytes of a body, where it may be larger than others. */
type More = { limit?: number };

type Asked<Input> = Pick<Call<Input>, "input" | "now" | "params">;

type Context = {
  params?: Promise<Record<string, string | string[] | undefined>>;
};
type Handler = (request: Request, context: Context) => Promise<Response>;

/** A write that anybody may ask for. */
export function publicMutation<S extends z.ZodType>(
  schema: S,
  handle: (call: Call<z.output<S>>) => Promise<unknown>,
): Handler {
  return mutation(schema, handle);
}

/** A write for a signed-in person of either role. */
export function viewerMutation<S extends z.ZodType>(
  schema: S,
  handle: (viewer: Viewer, call: Call<z.output<S>>) => Promise<unknown>,
  more?: More,
): Handler {
  return mutation(schema, async (call) => handle(await demandViewer(call.now), call), more);
}

/** A write for a signed-in client. For a coach it does not exist. */
export function clientMutation<S extends z.ZodType>(
  schema: S,
  handle: (client: ClientViewer, call: Call<z.output<S>>) => Promise<unknown>,
  more?: More,
): Handler {
  const asClient = (viewer: Viewer, call: Call<z.output<S>>) => {
    if (viewer.role !== "client") throw new NotFound();
    return handle(viewer, call);
  };
  return viewerMutation(schema, asClient, more);
}

/** A write for a coach. For a client it does not exist. */
export function coachMutation<S extends z.ZodType>(
  schema: S,
  handle: (coach: CoachViewer, call: Call<z.output<S>>) => Promise<unknown>,
  more?: More,
): Handler {
  return viewerMutation(
    schema,
    (viewer, call) => {
      if (viewer.role !== "coach") throw new NotFound();
      return handle(viewer, call);
    },
    more,
  );
}

/** A read for the browser of a signed-in person of either role. */
export function viewerRead<S extends z.ZodType>(
  schema: S,
  handle: (viewer: Viewer, asked: Asked<z.output<S>>) => Promise<unknown>,
): Handler {
  return publicRead(schema, async (input, now, params) => {
    const { viewer } = await demandSession();
    return handle(viewer, { input, now, params });
  });
}

/** A read for a client's browser. For a coach it does not exist. */
export function clientRead<S extends z.ZodType>(
  schema: S,
  handle: (client: ClientViewer, asked: Asked<z.output<S>>) => Promise<unknown>,
): Handler {
  return viewerRead(schema, async (viewer, asked) => {
    if (viewer.role !== "client") throw new NotFound();
    return handle(viewer, asked);
  });
}

/** A read for a coach's browser. For a client it does not exist. */
export function coachRead<S extends z.ZodType>(
  schema: S,
  handle: (coach: CoachViewer, asked: Asked<z.output<S>>) => Promise<unknown>,
): Handler {
  return viewerRead(schema, async (viewer, asked) => {
    if (viewer.role !== "coach") throw new NotFound();
    return handle(viewer, asked);
  });
}

/** A write for the owner of the practice. For other coaches, as for clients, it does not exist. */
export function ownerMutation<S extends z.ZodType>(
  schema: S,
  handle: (owner: OwnerViewer, call: Call<z.output<S>>) => Promise<unknown>,
): Handler {
  return viewerMutation(schema, (viewer, call) => {
    if (!isOwner(viewer)) throw new NotFound();
    return handle(viewer, call);
  });
}

/** A read for the browser: the query string is checked by the schema, nothing is changed. */
export function publicRead<S extends z.ZodType>(
  schema: S,
  handle: (input: z.output<S>, now: number, params: Record<string, string>) => Promise<unknown>,
): Handler {
  return async (request, context) => {
    try {
      const query = Object.fromEntries(new URL(request.url).searchParams);
      const parsed = schema.safeParse(query);
      if (!parsed.success) throw refusalFrom(parsed.error);
      const params = plainParams((await context.params) ?? {});
      return asAnswer(await handle(parsed.data, Date.now(), params));
    } catch (error) {
      return answerError(error);
    }
  };
}

function mutation<S extends z.ZodType>(
  schema: S,
  handle: (call: Call<z.output<S>>) => Promise<unknown>,
  { limit }: More = {},
): Handler {
  return async (request, context) => {
    try {
      demandOwnOrigin(request);
      const idempotencyKey = readIdempotencyKey(request);
      const parsed = schema.safeParse(await readJson(request, limit));
      if (!parsed.success) throw refusalFrom(parsed.error);
      const params = plainParams((await context.params) ?? {});
      const call = {
        input: parsed.data,
        params,
        request,
        address: addressOf(request),
        idempotencyKey,
        now: Date.now(),
      };
      return asAnswer(await handle(call));
    } catch (error) {
      return answerError(error);
    }
  };
}

/** Whoever is signed in, of whom this is a sign of life. */
export async function demandViewer(now: number): Promise<Viewer> {
  const session = await demandSession();
  if (isTimeToSlide(session, now)) await slideSession(session.viewer, now);
  return session.viewer;
}

async function demandSession() {
  const session = await currentSession();
  if (!session)
    throw new Refusal("Please sign in first. What you typed is still here.", {
      code: "signed_out",
      status: 401,
    });
  return session;
}

function asAnswer(result: unknown): Response {
  return result instanceof Response ? result : answer(result);
}

/** The dynamic parts of a path that stand there once. */
export function plainParams(params: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).flatMap(([key, value]) => (typeof value === "string" ? [[key, value]] : [])),
  );
}
