import { isIP } from "node:net";
import { NotFound, Refusal } from "#lib/refusal.ts";
import { settings } from "#lib/running/settings.ts";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** Refuses what did not come from our own pages. */
export function demandOwnOrigin(request: Request): void {
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  if (!origin || !isOurs(origin) || (site !== null && site !== "same-origin"))
    throw new Refusal(
      "This came from another site, so nothing was changed. Please use the portal's own pages.",
      {
        code: "foreign_origin",
        status: 403,
      },
    );
}

/**
 * The same for a form that goes without scripts. Our pages send no referrer, so that its Origin is "null"; the browser
 * itself says where it stood.
 */
export function demandOwnForm(request: Request): void {
  const isNamed = request.headers.get("origin") !== "null";
  if (isNamed || request.headers.get("sec-fetch-site") !== "same-origin") demandOwnOrigin(request);
}

function isOurs(origin: string): boolean {
  const ours = new URL(settings().appUrl);
  if (origin === ours.origin) return true;
  if (!URL.canParse(origin)) return false;
  const theirs = new URL(origin);
  // On one's own machine, localhost and 127.0.0.1 are the same door.
  return (
    theirs.origin === origin &&
    loopback.has(ours.hostname) &&
    loopback.has(theirs.hostname) &&
    theirs.port === ours.port &&
    theirs.protocol === ours.protocol
  );
}

/** Reads a JSON body of at most `limit` bytes. Content-Length is not believed. */
export async function readJson(request: Request, limit = 32_768): Promise<unknown> {
  const type = typeOf(request).split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw unreadable("not_json");
  const text = asText(await readBytes(request, limit));
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw unreadable("bad_json");
  }
}

export function isForm(request: Request): boolean {
  return /^(application\/x-www-form-urlencoded|multipart\/form-data)\s*(;|$)/i.test(typeOf(request));
}

/** Reads the fields of a form of at most `limit` bytes. Of a field that stands there twice the last one counts. */
export async function readForm(request: Request, limit = 32_768): Promise<Record<string, string>> {
  if (!isForm(request)) throw unreadable("not_form");
  const text = asText(await readBytes(request, limit));
  try {
    const form = await new Response(text, { headers: { "content-type": typeOf(request) } }).formData();
    return Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
  } catch {
    throw unreadable("bad_form");
  }
}

/** Reads a form with files, of at most `limit` bytes. */
export async function readParts(request: Request, limit: number): Promise<FormData> {
  if (!isForm(request)) throw unreadable("not_form");
  const bytes = await readBytes(request, limit, 413);
  try {
    return await new Response(new Uint8Array(bytes), {
      headers: { "content-type": typeOf(request) },
    }).formData();
  } catch {
    throw unreadable("bad_form");
  }
}

function typeOf(request: Request): string {
  return request.headers.get("content-type") ?? "";
}

/** The body as it came, at most `limit` bytes of it; `status` of the refusal where it is larger. */
export async function readBytes(request: Request, limit: number, status: 413 | 422 = 422): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > limit)
      throw new Refusal("That is more than we can take at once.", {
        code: "too_large",
        status,
      });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function asText(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw unreadable("bad_text");
  }
}

/** The `Idempotency-Key` header, a UUID that the browser makes once for each thing it wants done. */
export function readIdempotencyKey(request: Request): string | undefined {
  const key = request.headers.get("idempotency-key");
  if (key === null) return undefined;
  if (!uuid.test(key)) throw unreadable("bad_idempotency_key");
  return key.toLowerCase();
}

/** Set by our own server on every request, whatever the client sent. */
export function addressOf(request: Request): string {
  const address = request.headers.get("x-attune-address") ?? "";
  return isIP(address) ? address : "unknown";
}

/** The `[id]` of a path. What cannot be an id is not there. */
export function idIn(params: Record<string, string>): string {
  const id = params.id ?? "";
  if (!isUuid(id)) throw new NotFound();
  return id.toLowerCase();
}

export function isUuid(text: string): boolean {
  return uuid.test(text);
}

function unreadable(code: string): Refusal {
  return new Refusal("We could not read that request. Please reload the page and try again.", {
    code,
    status: 422,
  });
}
