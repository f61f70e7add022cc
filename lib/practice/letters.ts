import { eq } from "drizzle-orm";
import { createElement } from "react";
import type { Tx } from "#db/client.ts";
import { users } from "#db/schema/index.ts";
import CoachInvited from "#emails/coach-invited.tsx";
import PracticeHealth from "#emails/practice-health.tsx";
import SupportToCheck from "#emails/support-to-check.tsx";
import TestMail from "#emails/test-mail.tsx";
import type { PlannedMessage } from "#lib/mail/compose.ts";
import { habitsOf } from "#lib/mail/habits.ts";
import { planMessage } from "#lib/mail/messages.ts";
import { endOfQuietHours } from "#lib/mail/when-to-send.ts";
import { settings } from "#lib/running/settings.ts";
import type { HealthLine } from "./health/line.ts";

type Invited = { id: string; name: string; email: string };

/** To somebody who is asked to coach here: by whom, and how to begin. */
export async function coachInvited(
  tx: Tx,
  invited: Invited,
  owner: { id: string },
  now: number,
): Promise<void> {
  const [by] = await tx.select({ name: users.displayName }).from(users).where(eq(users.id, owner.id));
  if (!by) throw new Error("Whoever invites is not among the people");
  const { appUrl } = settings();
  await planMessage(
    tx,
    {
      kind: "coach_invited",
      dedupe: `coach-invitation:${invited.id}:${now}`,
      to: invited.email,
      letter: (sheet) =>
        createElement(CoachInvited, {
          name: invited.name,
          by: by.name,
          email: invited.email,
          signInUrl: `${appUrl}/sign-in`,
          sheet,
        }),
    },
    now,
  );
}

export type Owner = { id: string; name: string; email: string };

/** To the owner, once for each `date` of theirs: what in the portal is not well. Names nobody. */
export function practiceHealth(tx: Tx, owner: Owner, lines: HealthLine[], date: string, now: number) {
  return atDaytime(tx, owner, now, {
    kind: "practice_health",
    dedupe: `practice-health:${owner.id}:${date}`,
    letter: (sheet) =>
      createElement(PracticeHealth, { name: owner.name, lines, practiceUrl: practiceUrl(), sheet }),
  });
}

/** To the owner: so many lines on Support now were checked long ago. */
export function supportToCheck(tx: Tx, owner: Owner, count: number, date: string, now: number) {
  return atDaytime(tx, owner, now, {
    kind: "support_to_check",
    dedupe: `support-to-check:${owner.id}:${date}`,
    letter: (sheet) =>
      createElement(SupportToCheck, { name: owner.name, count, linesUrl: `${practiceUrl()}/support`, sheet }),
  });
}

/** To the owner, who has just asked for it. */
export function testMail(tx: Tx, owner: Owner, now: number) {
  return planMessage(
    tx,
    {
      kind: "test_mail",
      dedupe: `test-mail:${owner.id}:${now}`,
      to: owner.email,
      recipientId: owner.id,
      letter: (sheet) => createElement(TestMail, { name: owner.name, practiceUrl: practiceUrl(), sheet }),
    },
    now,
  );
}

const practiceUrl = () => `${settings().appUrl}/coach/practice`;

// Not at night: nothing of this is so urgent.
async function atDaytime(
  tx: Tx,
  { id, email }: Owner,
  now: number,
  letter: Pick<PlannedMessage, "kind" | "dedupe" | "letter">,
): Promise<void> {
  const habits = await habitsOf(tx, id, now);
  const notBefore = habits && endOfQuietHours(now, habits);
  await planMessage(tx, { ...letter, to: email, recipientId: id, ...(notBefore && { notBefore }) }, now);
}
