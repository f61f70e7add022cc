import { eq } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { users } from "#db/schema/index.ts";
import { findHold } from "#lib/flags/hold.ts";
import { Refusal } from "#lib/refusal.ts";
import { talksFirst } from "./words.ts";

/** Nobody asks for a day of guidance while something waits for a talk first. */
export async function demandNoHold(tx: Tx, two: { clientId: string; coachId: string }): Promise<void> {
  if (!(await findHold(tx, two))) return;
  const [coach] = await tx.select({ name: users.displayName }).from(users).where(eq(users.id, two.coachId));
  throw new Refusal(
    `${talksFirst(coach?.name ?? "Your coach")} You can book a talk, and ask for a day after it.`,
    { code: "held" },
  );
}
