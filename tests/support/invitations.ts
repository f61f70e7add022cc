import { randomUUID } from "node:crypto";
import { asSystem } from "#db/client.ts";
import { coachInvitations } from "#db/schema/index.ts";
import { anOwner } from "#tests/support/people.ts";

/** Somebody who is asked to coach and has not come yet; gives the invitation's id. No letter goes out. */
export async function anInvitation(): Promise<string> {
  const { id: invitedBy } = await anOwner();
  const email = `invited-${randomUUID()}@example.org`;
  const [made] = await asSystem("a test needs an invitation", (tx) =>
    tx
      .insert(coachInvitations)
      .values({ name: "Lee", email, invitedBy, invitedAt: Date.now() })
      .returning({ id: coachInvitations.id }),
  );
  return made?.id ?? "";
}
