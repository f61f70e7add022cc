import { eq } from "drizzle-orm";
import { asViewer, lookAsSystem } from "#db/client.ts";
import { mailPreferences, users } from "#db/schema/index.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { type Habits, habitsOf } from "#lib/mail/habits.ts";
import type { SwitchableClass } from "#lib/mail/letters.ts";
import { readOffToken } from "#lib/mail/off-token.ts";

/** What a person has chosen, or what is usual where they have not. Times of day are minutes after midnight. */
export type MailPreferences = Omit<Habits, "zone" | "still">;

export async function findMailPreferences(viewer: Viewer, now: number): Promise<MailPreferences> {
  const habits = await asViewer(viewer, (tx) => habitsOf(tx, viewer.id, now));
  if (!habits) throw new Error("Whoever looks is not among the people");
  const { zone: _zone, still: _still, ...preferences } = habits;
  return preferences;
}

/** The kind of mail that a letter's link is for, and whether it comes. Undefined for a link that is not ours. */
export async function findChoice(
  token: string,
): Promise<{ of: SwitchableClass; isWanted: boolean } | undefined> {
  const link = readOffToken(token);
  if (!link) return undefined;
  const { userId, of } = link;
  const [person] = await lookAsSystem("a letter's link is opened", (tx) =>
    tx
      .select({ isWanted: mailPreferences[of] })
      .from(users)
      .leftJoin(mailPreferences, eq(mailPreferences.userId, users.id))
      .where(eq(users.id, userId)),
  );
  return person && { of, isWanted: person.isWanted ?? true };
}
