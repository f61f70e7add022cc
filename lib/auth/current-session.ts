import { cookies } from "next/headers";
import { DatabaseAway } from "#db/errors.ts";
import { sessionCookie } from "#lib/auth/cookies.ts";
import { findSession, type Session } from "#lib/auth/sessions.ts";
import { Unavailable } from "#lib/refusal.ts";

/** The session of the browser that asks. A database that is away is told as such, never as "signed out". */
export async function currentSession(): Promise<Session | undefined> {
  const token = (await cookies()).get(sessionCookie())?.value;
  try {
    return await findSession(token, Date.now());
  } catch (error) {
    if (error instanceof DatabaseAway) throw new Unavailable("Who is signed in cannot be told just now");
    throw error;
  }
}
