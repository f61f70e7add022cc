import { cookies } from "next/headers";
import { sessionCookie } from "#lib/auth/cookies.ts";
import { findSession, type Session } from "#lib/auth/sessions.ts";

/** The session of the browser that asks. Throws `Unavailable` when nobody can tell. */
export async function currentSession(): Promise<Session | undefined> {
  return findSession((await cookies()).get(sessionCookie())?.value, Date.now());
}
