import { and, eq, isNull, ne } from "drizzle-orm";
import { createElement } from "react";
import { stepAsSystem, type Tx } from "#db/client.ts";
import { flags, reflectionShares, users } from "#db/schema/index.ts";
import { together } from "#db/together.ts";
import PleaseLook from "#emails/please-look.tsx";
import ReflectionReceived from "#emails/reflection-received.tsx";
import { readDesk } from "#lib/bookings/letters/meeting.ts";
import { firstNames } from "#lib/bookings/meeting-words.ts";
import { planMessages } from "#lib/mail/messages.ts";
import type { Tier } from "#lib/questions/question.ts";
import { settings } from "#lib/running/settings.ts";
import { lookKey, receivedKey } from "./coach-keys.ts";

type SharedNow = {
  shareId: string;
  coachId: string;
  clientId: string;
  /** From when the coach can read it, epoch milliseconds. They hear of nothing before. */
  readableFrom: number;
  /** Of the flags that it raised. */
  tiers: readonly Tier[];
  /** When the session begins before which it was written: no quiet hours hold the letter back until then. */
  neededBy?: number;
  undoneAt?: number;
};

/**
 * Plans the letter to the coach, in the transaction of sharing: that something is there to read, or, where an answer
 * waits for more than reading, to look at the desk. Never both for one thing.
 */
export async function tellOfShare(tx: Tx, share: SharedNow, now: number): Promise<void> {
  const [coach, [client]] = await together(
    readDesk(tx, share.coachId, now),
    tx.select({ name: users.displayName }).from(users).where(eq(users.id, share.clientId)),
  );
  if (!client) throw new Error("Something was shared by nobody known");
  const { appUrl } = settings();
  const asksForALook = share.tiers.some((tier) => tier !== "note");
  const { name } = coach;
  const letter = asksForALook
    ? { kind: "please_look" as const, dedupe: lookKey(share) }
    : { kind: "reflection_received" as const, dedupe: receivedKey(share) };
  const said = { name, who: firstNames([client]), clientUrl: `${appUrl}/coach/clients/${share.clientId}` };
  await planMessages(
    tx,
    [
      {
        ...letter,
        to: coach.email,
        recipientId: coach.id,
        habits: coach.habits,
        notBefore: share.readableFrom,
        ...(share.neededBy !== undefined && { neededBy: share.neededBy }),
        letter: (sheet) =>
          asksForALook
            ? createElement(PleaseLook, { name, deskUrl: `${appUrl}/coach`, sheet })
            : createElement(ReflectionReceived, { ...said, sheet }),
      },
    ],
    now,
  );
}

/** The same once taking it back was undone, unless it was opened before: the first letter may have been dropped. */
export async function tellOfUndoing(tx: Tx, shareId: string, now: number): Promise<void> {
  const { authorId, readerId, readableFrom, openedAt, kind, reader, id } = reflectionShares;
  const rows = await stepAsSystem(tx, "a coach is told of what can be read again", async () =>
    tx
      .select({ clientId: authorId, coachId: readerId, readableFrom, tier: flags.tier })
      .from(reflectionShares)
      .leftJoin(flags, and(eq(flags.shareId, id), isNull(flags.settledAt)))
      .where(and(eq(id, shareId), eq(reader, "coach"), isNull(openedAt), ne(kind, "lesson"))),
  );
  const [share] = rows;
  if (!share) return;
  const tiers = rows.flatMap(({ tier }) => tier ?? []);
  await tellOfShare(tx, { ...share, shareId, tiers, undoneAt: now }, now);
}
