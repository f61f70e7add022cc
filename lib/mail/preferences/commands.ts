import { eq } from "drizzle-orm";
import { asSystem, asViewer, type Tx } from "#db/client.ts";
import { mailPreferences, users } from "#db/schema/index.ts";
import { note } from "#lib/audit/audit.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { takeFromBudget } from "#lib/limits/limits.ts";
import { usualHabits } from "#lib/mail/habits.ts";
import { readOffToken } from "#lib/mail/off-token.ts";
import type { MailChanges } from "#lib/mail/preferences/input.ts";
import { NotFound } from "#lib/refusal.ts";

/** Keeps which mail this person wants from now on, and when. What is not named stays. `now` in epoch milliseconds. */
export async function changeMailPreferences(
  viewer: Viewer,
  changes: MailChanges,
  now: number,
): Promise<void> {
  await asViewer(viewer, async (tx) => {
    if (await keepChanges(tx, viewer.id, changes, now))
      await note(tx, viewer, "mail_preferences.changed", { type: "user", id: viewer.id }, changes);
  });
}

/**
 * Ends mail of the one kind that a letter's link is for, or lets it come again; the link stands for the person, so
 * nobody is signed in. Doing it twice is doing it once. Throws `NotFound` for a link that is not ours, letter by letter.
 */
export async function chooseByLink(token: string, isWanted: boolean, now: number): Promise<void> {
  const link = readOffToken(token);
  if (!link) throw new NotFound();
  const { userId, of } = link;
  await takeFromBudget({ name: "mail-off", key: userId, points: 120, seconds: 3_600 });
  await asSystem("whoever has a letter ends mail of its kind", async (tx) => {
    const [person] = await tx.select({ id: users.id }).from(users).where(eq(users.id, userId));
    if (!person) throw new NotFound();
    const changes = { [of]: isWanted };
    if (await keepChanges(tx, userId, changes, now))
      await note(tx, "visitor", "mail_preferences.changed", { type: "user", id: userId }, changes);
  });
}

/** Whether anything is different now. */
async function keepChanges(tx: Tx, userId: string, changes: MailChanges, now: number): Promise<boolean> {
  const [kept] = await tx
    .select()
    .from(mailPreferences)
    .where(eq(mailPreferences.userId, userId))
    .for("update");
  const stands: MailChanges = kept ?? { ...usualHabits.wants, ...usualHabits };
  const names = Object.keys(changes) as (keyof MailChanges)[];
  if (names.every((name) => changes[name] === stands[name])) return false;
  await tx
    .insert(mailPreferences)
    .values({ userId, ...changes, updatedAt: now })
    .onConflictDoUpdate({ target: mailPreferences.userId, set: { ...changes, updatedAt: now } });
  return true;
}
