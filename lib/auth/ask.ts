import { and, eq, isNull } from "drizzle-orm";
import { asSystem, type Tx } from "#db/client.ts";
import { authSessions, authTokens, users } from "#db/schema/index.ts";
import { wayIn } from "#lib/auth/letters.ts";
import { ownPath } from "#lib/auth/next-path.ts";
import { hashSecret, isSecret } from "#lib/auth/one-way.ts";
import { findPerson, isInvited, type Person } from "#lib/auth/people.ts";
import { tokenMinutes } from "#lib/auth/rules.ts";
import { issueToken } from "#lib/auth/tokens.ts";
import { mailBudgets } from "#lib/limits/budgets.ts";
import { hasBudget } from "#lib/limits/limits.ts";
import { Refusal } from "#lib/refusal.ts";

type Asking = {
  email: string;
  next: string | undefined;
  browserHash: Buffer;
  sessionToken: string | undefined;
};

/**
 * Sends a link and a code to an address, if somebody here has it or is asked to come. Whether anybody has, whether their access was ended
 * and whether the address was written to too often: nobody can tell from the answer, nor from the time it takes.
 */
export async function askToSignIn(asking: Asking, now: number): Promise<{ sent: true; until: string }> {
  const { email, next, browserHash, sessionToken } = asking;
  const expiresAt = now + tokenMinutes * 60_000;
  const answer = { sent: true as const, until: new Date(expiresAt).toISOString() };
  if (!(await mayBeWrittenTo(email, sessionToken))) return answer;
  await asSystem("someone asks to sign in", async (tx) => {
    const person = await findPerson(tx, email);
    const invited = await isInvited(tx, email);
    const issued = await issueToken(tx, { email, browserHash, expiresAt, now });
    const letter = { ...issued, expiresAt, next: ownPath(next) };
    if (person) await wayIn(tx, person, letter, now);
    else if (invited) await wayIn(tx, nobody(email), letter, now);
    else await asIfKnown(tx, (inner) => wayIn(inner, nobody(email), letter, now));
  });
  return answer;
}

/** The address of a link that ended within the last day, for sending a new mail without typing it again. */
export async function addressOfLink(token: string): Promise<string> {
  const [found] = await asSystem("a new mail for an ended link", (tx) =>
    tx
      .select({ email: authTokens.email })
      .from(authTokens)
      .where(eq(authTokens.tokenHash, hashSecret(token))),
  );
  if (found) return found.email;
  throw new Refusal("This link is too old to know where it went. Please type your address.", {
    code: "link_unknown",
  });
}

/** Does the same work, and leaves nothing of it. */
async function asIfKnown(tx: Tx, work: (inner: Tx) => Promise<void>): Promise<void> {
  const undone = new Error("undone");
  await tx
    .transaction(async (inner) => {
      await work(inner);
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
}

function nobody(email: string): Omit<Person, "userId"> {
  return { email, role: "client", zone: "UTC" };
}

// A stranger who asks for an address again and again uses up its budget, never that of a browser which was signed in.
async function mayBeWrittenTo(email: string, sessionToken: string | undefined): Promise<boolean> {
  const key = (await knownBrowser(email, sessionToken)) ?? email;
  for (const budget of mailBudgets) if (!(await hasBudget({ ...budget, key }))) return false;
  return true;
}

async function knownBrowser(email: string, sessionToken: string | undefined): Promise<string | undefined> {
  if (!isSecret(sessionToken)) return undefined;
  const [found] = await asSystem("a browser asks that was signed in", (tx) =>
    tx
      .select({ id: authSessions.id })
      .from(authSessions)
      .innerJoin(users, eq(users.id, authSessions.userId))
      .where(
        and(
          eq(authSessions.tokenHash, hashSecret(sessionToken)),
          eq(users.email, email),
          isNull(authSessions.revokedAt),
        ),
      ),
  );
  return found?.id;
}
