import { browserCookie, readCookie, writeCookie } from "#lib/auth/cookies.ts";
import { hashSecret, isSecret, newSecret } from "#lib/auth/one-way.ts";

/** The browser that asks for a mail. What its link is bound to, so that opening it there takes one press. */
export type Browser = { hash: Buffer; cookie: string };

// As long as a hold's link lives, the longest of them.
const seconds = 15 * 60;

export function browserOf(request: Request): Browser {
  const known = readCookie(request, browserCookie());
  const value = isSecret(known) ? known : newSecret();
  return { hash: hashSecret(value), cookie: writeCookie(browserCookie(), value, seconds) };
}

/** The same answer, with the cookie by which this browser is known when it opens the link. */
export function withBrowserCookie(response: Response, { cookie }: Browser): Response {
  response.headers.append("set-cookie", cookie);
  return response;
}

/** The hash of the cookie that this browser already has, for looking at a link without changing anything. */
export function knownBrowserHash(value: string | undefined): Buffer | undefined {
  return isSecret(value) ? hashSecret(value) : undefined;
}
