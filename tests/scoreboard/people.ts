import { randomUUID } from "node:crypto";
import { asSystem } from "#db/client.ts";
import { authSessions, clients, users } from "#db/schema/index.ts";
import { hashSecret, newSecret } from "#lib/auth/one-way.ts";
import { ensureIndividualJourney } from "#lib/journeys/ensure-individual.ts";
import type { Coach } from "#tests/support/people.ts";

export type SignedIn = { id: string; email: string; session: string };

/** Many clients at once, each signed in. */
export async function manyClients(count: number): Promise<SignedIn[]> {
  const people = Array.from({ length: count }, () => {
    const id = randomUUID();
    return { id, email: `client-${id}@example.org`, session: newSecret() };
  });
  const now = Date.now();
  const later = now + 86_400_000;
  await asSystem("the scoreboard needs clients", async (tx) => {
    await tx
      .insert(users)
      .values(people.map(({ id, email }) => ({ id, email, displayName: "Ada", zone: "UTC" })));
    await tx.insert(clients).values(people.map(({ id }) => ({ id, adultSaidAt: now })));
    await tx.insert(authSessions).values(
      people.map(({ id, session }) => ({
        userId: id,
        tokenHash: hashSecret(session),
        // Ahead of now, so that no write counts as a sign of life and changes the row.
        lastSeenAt: later,
        idleEndsAt: later,
        endsAt: later,
      })),
    );
  });
  return people;
}

/** Makes them clients of each of these coaches: whoever has a coach books with no other. */
export async function acquaint(people: readonly SignedIn[], coaches: readonly Coach[]): Promise<void> {
  await asSystem("the scoreboard's clients have several coaches", async (tx) => {
    for (const coach of coaches) for (const { id } of people) await ensureIndividualJourney(tx, id, coach.id);
  });
}
