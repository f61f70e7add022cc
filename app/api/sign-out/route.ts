import { z } from "zod";
import { browserCookie, readCookie, sessionCookie, writeCookie } from "#lib/auth/cookies.ts";
import { signOut } from "#lib/auth/sign-out.ts";
import { answer } from "#lib/http/answers.ts";
import { publicMutation } from "#lib/http.ts";

/** Ends the session and leaves nothing of it in the browser. */
export const POST = publicMutation(z.strictObject({}), async ({ request, now }) => {
  await signOut(readCookie(request, sessionCookie()), now);
  const response = answer({ next: "/" });
  for (const name of [sessionCookie(), browserCookie()])
    response.headers.append("set-cookie", writeCookie(name, "", 0));
  response.headers.set("clear-site-data", '"cache", "cookies", "storage"');
  return response;
});
