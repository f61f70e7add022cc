import type { Adapter, AdapterUser } from "next-auth/adapters";
import type { Tx } from "#db/client.ts";
import type { Person } from "#lib/auth/people.ts";
import { type Viewer, viewerOf } from "#lib/auth/proven.ts";
import { openSession } from "#lib/auth/sessions.ts";

type Entering = { person: Person; keep: boolean; now: number };

/**
 * What next-auth needs of a database to let in one person who has proved their address, in the caller's transaction.
 * It swallows what an adapter throws, so the error is kept aside for the caller.
 */
export function adapterFor(tx: Tx, { person, keep, now }: Entering) {
  const outcome: { viewer?: Viewer; error?: unknown } = {};
  const user: AdapterUser = { id: person.userId, email: person.email, emailVerified: null };
  const adapter: Adapter = {
    // Links and codes are checked before next-auth is asked (tokens.ts): what it looks up here is proved already.
    createVerificationToken: () => null,
    useVerificationToken: ({ token }) => ({
      identifier: person.email,
      token,
      expires: new Date(Date.now() + 60_000),
    }),
    getUserByEmail: () => user,
    updateUser: () => user,
    createSession: async ({ sessionToken, userId }) => {
      try {
        const { sessionId, endsAt } = await openSession(tx, { ...person, keep, token: sessionToken }, now);
        outcome.viewer = viewerOf({ ...person, sessionId });
        return { sessionToken, userId, expires: new Date(endsAt) };
      } catch (error) {
        outcome.error = error;
        throw error;
      }
    },
  };
  return { adapter, outcome };
}
