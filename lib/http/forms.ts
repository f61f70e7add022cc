import type { z } from "zod";
import { pathToSignIn } from "#lib/auth/next-path.ts";
import type { ClientViewer, Viewer } from "#lib/auth/viewer.ts";
import { answer, answerError, refusalFrom, showPage } from "#lib/http/answers.ts";
import { demandOwnForm, isForm, readForm } from "#lib/http/request.ts";
import { demandViewer, plainParams } from "#lib/http.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";

type Handler<Context> = (request: Request, context: Context) => Promise<Response>;
type Context = { params?: Promise<Record<string, string | string[] | undefined>> };
export type Sent<Input> = { input: Input; params: Record<string, string>; now: number };

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

type Fields = Record<string, string>;
type Pages = Record<Viewer["role"], string> | ((fields: Fields) => string);
type More = {
  /** Bytes, where a form may carry more than others. */
  limit?: number;
  /** In place of going back with `?problem`, where what was typed would be lost on the way. */
  instead?: (fields: Fields, status: number, refusal: Refusal | undefined) => Response;
};

/**
 * Lets a form ask for the same as `otherwise` where scripts do not run. Whoever sent it sees a page again, with `?kept`
 * or `?problem`: that of their role, or the one that its fields tell; or what they asked for, where that is a file.
 */
export function orViewerForm<S extends z.ZodType>(
  otherwise: Handler<Context>,
  schema: S,
  pages: Pages,
  handle: (viewer: Viewer, call: Sent<z.output<S>>) => Promise<unknown>,
  { limit, instead }: More = {},
): Handler<Context> {
  return async (request, context) => {
    if (!isForm(request)) return otherwise(request, context);
    const isTold = typeof pages === "function";
    let page = isTold ? pages({}) : pages.client;
    let fields: Fields | undefined;
    try {
      demandOwnForm(request);
      const now = Date.now();
      fields = await readForm(request, limit);
      if (isTold) page = pages(fields);
      const viewer = await demandViewer(now);
      if (!isTold) page = pages[viewer.role];
      const params = plainParams((await context.params) ?? {});
      const result = await handle(viewer, { input: checked(schema, fields), params, now });
      return result instanceof Response ? result : showPage(withWord(page, "kept"));
    } catch (error) {
      const { status } = answerError(error);
      if (fields && instead) return instead(fields, status, error instanceof Refusal ? error : undefined);
      return showPage(status === 401 ? pathToSignIn(page.split("#")[0] ?? page) : withWord(page, "problem"));
    }
  };
}

/** The same for a client's form, which tells its page. For a coach it does not exist. */
export function orClientForm<S extends z.ZodType>(
  otherwise: Handler<Context>,
  schema: S,
  page: (fields: Fields) => string,
  handle: (client: ClientViewer, call: Sent<z.output<S>>) => Promise<unknown>,
  more?: More,
): Handler<Context> {
  const asClient = async (viewer: Viewer, call: Sent<z.output<S>>) => {
    if (viewer.role !== "client") throw new NotFound();
    return handle(viewer, call);
  };
  return orViewerForm(otherwise, schema, page, asClient, more);
}

/** A path of ours with one more word in its query, before the place within the page. */
function withWord(page: string, word: string): string {
  const [path = "", place] = page.split("#");
  return `${path}${path.includes("?") ? "&" : "?"}${word}${place ? `#${place}` : ""}`;
}

function checked<S extends z.ZodType>(schema: S, fields: Record<string, string>): z.output<S> {
  const parsed = schema.safeParse(fields);
  if (!parsed.success) throw refusalFrom(parsed.error);
  return parsed.data;
}
