import type { z } from "zod";
import { pathToSignIn } from "#lib/auth/next-path.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { answer, answerError, refusalFrom, showPage } from "#lib/http/answers.ts";
import { demandOwnForm, isForm, readForm } from "#lib/http/request.ts";
import { demandViewer } from "#lib/http.ts";

type Handler<Context> = (request: Request, context: Context) => Promise<Response>;

/**
 * A write that the secret in its own address allows, `?t=`: mail programs ask for it, which have no session and come
 * from no page of ours.
 */
export function linkMutation<S extends z.ZodType>(
  schema: S,
  handle: (call: { token: string; input: z.output<S>; now: number }) => Promise<unknown>,
): Handler<unknown> {
  return async (request) => {
    try {
      const input = checked(schema, await readForm(request));
      const token = new URL(request.url).searchParams.get("t") ?? "";
      const result = await handle({ token, input, now: Date.now() });
      return result instanceof Response ? result : answer(result);
    } catch (error) {
      return answerError(error);
    }
  };
}

/**
 * Lets a form ask for the same as `otherwise` where scripts do not run. Whoever sent it sees the page of their role
 * again, with `?kept` or `?problem`.
 */
export function orViewerForm<S extends z.ZodType, Context>(
  otherwise: Handler<Context>,
  schema: S,
  pages: Record<Viewer["role"], string>,
  handle: (viewer: Viewer, call: { input: z.output<S>; now: number }) => Promise<unknown>,
): Handler<Context> {
  return async (request, context) => {
    if (!isForm(request)) return otherwise(request, context);
    let page = pages.client;
    try {
      demandOwnForm(request);
      const now = Date.now();
      const viewer = await demandViewer(now);
      page = pages[viewer.role];
      await handle(viewer, { input: checked(schema, await readForm(request)), now });
      return showPage(`${page}?kept`);
    } catch (error) {
      const { status } = answerError(error);
      return showPage(status === 401 ? pathToSignIn(page) : `${page}?problem`);
    }
  };
}

function checked<S extends z.ZodType>(schema: S, fields: Record<string, string>): z.output<S> {
  const parsed = schema.safeParse(fields);
  if (!parsed.success) throw refusalFrom(parsed.error);
  return parsed.data;
}
