import { settings } from "#lib/running/settings.ts";

const prefixed = (name: string) => (settings().secureCookies ? `__Host-${name}` : name);

export const sessionCookie = () => prefixed("attune");
export const browserCookie = () => prefixed("si");

export function cookieOptions() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: settings().secureCookies } as const;
}

/** The value of a cookie as the browser sent it. Ours are base64url, so nothing needs decoding. */
export function readCookie(request: Request, name: string): string | undefined {
  for (const pair of (request.headers.get("cookie") ?? "").split(";")) {
    const [key, value] = pair.trim().split("=", 2);
    if (key === name) return value;
  }
  return undefined;
}

/** A `Set-Cookie` line. */
export function writeCookie(name: string, value: string, seconds: number): string {
  const secure = settings().secureCookies ? "; Secure" : "";
  return `${name}=${value}; Max-Age=${seconds}; Path=/; HttpOnly${secure}; SameSite=Lax`;
}
