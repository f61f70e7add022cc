import { and, eq, isNull } from "drizzle-orm";
import { asSystem } from "#db/client.ts";
import { flags } from "#db/schema/index.ts";
import { settleFlag } from "#lib/flags/settle.ts";
import { moveScreening } from "#lib/screening/move.ts";
import { aDayPlan, agreeToAll } from "./agreements.ts";
import { aBooking } from "./bookings.ts";
import type { Client, Coach } from "./people.ts";
import { aSharedRound } from "./screening.ts";

type Two = { client: Client; coach: Coach };
type Part = "preparation" | "screening" | "flags" | "consent" | "plan_for_the_day";
type More = {
  /** A kind of preparation of this coach; it was held two days ago. */
  preparation: string;
  except?: Part[];
  now?: number;
};

// The questions and the texts that come with the portal have to be there: ensureQuestions, ensureConsentTexts.

/** Everything that a day of guidance waits for is as it should be between these two, but for `except`. */
export async function theGateMet(
  { client, coach }: Two,
  { preparation, except = [], now = Date.now() }: More,
) {
  const does = (part: Part) => !except.includes(part);
  if (does("preparation"))
    await aBooking({
      for: client,
      with: coach,
      type: preparation,
      start: now - 2 * 86_400_000,
      status: "completed",
    });
  if (does("flags"))
    for (const id of await unsettledOf(client)) await settleFlag(coach, id, { words: "We talked." }, now);
  if (does("screening")) await isReady({ client, coach }, await aSharedRound(client, coach, {}, now), now);
  if (does("consent")) await agreeToAll(client, coach, now);
  if (does("plan_for_the_day")) await aDayPlan(client, coach);
}

/** The coach has talked about a round of health questions, and notes that they are ready. */
export async function isReady({ coach }: Two, screeningId: string, now: number): Promise<void> {
  for (const to of ["in_conversation", "coach_ready_to_proceed"] as const)
    await moveScreening(coach, screeningId, { to, reason: "We talked.", consulted: undefined } as never, now);
}

/** What waits for a talk, by the table alone. */
export async function unsettledOf(client: Client): Promise<string[]> {
  const rows = await asSystem("a test looks", (tx) =>
    tx
      .select({ id: flags.id })
      .from(flags)
      .where(and(eq(flags.clientId, client.id), eq(flags.holdsGuidance, true), isNull(flags.settledAt))),
  );
  return rows.map(({ id }) => id);
}
