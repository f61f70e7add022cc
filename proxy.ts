import { type NextRequest, NextResponse } from "next/server";
import { headersFor, noStore, refuseOutright } from "#lib/running/headers.ts";

export function proxy(request: NextRequest) {
  const path = request.nextUrl.pathname;
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString("base64");
  const headers = headersFor(path, {
    nonce,
    https: process.env.APP_URL?.startsWith("https:") ?? false,
    development: process.env.NODE_ENV === "development",
  });

  const refused = refuseOutright(request.method, path, (name) => request.headers.has(name));
  if (refused) {
    const { status, message, allow } = refused;
    return NextResponse.json(
      { error: { code: "refused", message } },
      { status, headers: { ...headers, ...noStore, ...(allow ? { Allow: allow } : {}) } },
    );
  }

  // Next reads the nonce for its own scripts from the policy on the request; a visitor's own copy must not reach it.
  const forwarded = new Headers(request.headers);
  forwarded.delete("content-security-policy-report-only");
  forwarded.set("content-security-policy", headers["Content-Security-Policy"] ?? "");
  forwarded.set("x-attune-path", path + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers: forwarded } });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

export const config = { matcher: ["/((?!_next/static/).*)"] };
