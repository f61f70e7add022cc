import { eq } from "drizzle-orm";
import { createElement } from "react";
import type { Tx } from "#db/client.ts";
import { users } from "#db/schema/index.ts";
import CoachInvited from "#emails/coach-invited.tsx";
import { planMessage } from "#lib/mail/messages.ts";
import { settings } from "#lib/running/settings.ts";

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
