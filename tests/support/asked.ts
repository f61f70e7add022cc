import { and, eq } from "drizzle-orm";
import { asSystem } from "#db/client.ts";
import { sessionTypes } from "#db/schema/index.ts";
import type { Answers } from "#lib/questions/question.ts";
import type { About } from "#lib/reflections/asked/about.ts";
import type { AskedInput } from "#lib/reflections/asked/input.ts";
import { findAsked } from "#lib/reflections/asked/queries.ts";
import { saveAnswers } from "#lib/reflections/asked/save-answers.ts";
import { shareAnswers } from "#lib/reflections/asked/share-answers.ts";
import { firstInstantAt, wallTimeAt } from "#lib/time/wall-clock.ts";
import { aBooking } from "./bookings.ts";
import { aType, type Client, type Coach } from "./people.ts";

// The questions that come with the portal have to be there: ensureQuestions(database.url, now).

const hour = 3_600_000;
const day = 24 * hour;

type Kind = (typeof sessionTypes.$inferSelect)["kind"];
type Meeting = { for: Client | Client[]; with: Coach; kind?: Kind; start?: number; minutes?: number };

/** All that has to be answered before such a session can be shared, and nothing in it that matters at once. */
export const calmAnswers = {
  preparation: { focus: "How to begin.", steadiness: 6, changes: ["nothing"] },
  guidance: {
    still_yes: "go_ahead",
    health_change: "no",
    self_harm: "no",
    touch: "none",
    way_home: "collected",
    contact: "Ute, 0123",
  },
  guidance_day: { still_yes: "go_ahead", touch: "none", way_home: "collected" },
  couple: { free_to_speak: "freely", hope: "More ease." },
  check_in: { rested: 6, steady: 6, overwhelm: 2 },
} satisfies Record<string, Answers>;

let made = 0;

/** A session that was booked, a day or two ahead unless said otherwise: open to be answered before it. */
export async function aSessionToCome({ kind = "preparation", start, ...meeting }: Meeting): Promise<string> {
  made += 1;
  const soon = Math.ceil(Date.now() / hour) * hour + day + (made % 40) * hour;
  return aBooking({ ...meeting, type: await aTypeOf(meeting.with, kind), start: start ?? soon });
}

/** Guidance that was held so many days ago, at this hour of the day: its check-in of that day, at nine, is open or near. */
export async function aGuidanceHeld({
  daysAgo = 2,
  ...meeting
}: Pick<Meeting, "for" | "with"> & { daysAgo?: number }): Promise<string> {
  const start = Math.floor(Date.now() / hour) * hour - daysAgo * day;
  const type = await aTypeOf(meeting.with, "guidance");
  return aBooking({ ...meeting, type, start, status: "completed" });
}

/** A zone in which half of the day is still to come, so that no test meets midnight on its way. */
export function zoneBeforeNoon(now = Date.now()): string {
  const zones = ["Pacific/Auckland", "Asia/Kolkata", "Europe/Lisbon", "America/Los_Angeles"];
  const found = zones.find((zone) => wallTimeAt(now, zone).minute < 12 * 60);
  if (!found) throw new Error("It is afternoon everywhere");
  return found;
}

/** When the last minute of today begins there, epoch milliseconds. */
export function lastMinuteOfToday(zone: string): number {
  const { date } = wallTimeAt(Date.now(), zone);
  return firstInstantAt({ date, minute: 24 * 60 - 1 }, zone);
}

export const beforeIt = (bookingId: string): About => ({ bookingId, kind: "session", day: null });
export const onTheDay = (bookingId: string): About => ({ bookingId, kind: "guidance_day", day: null });
export const daysAfter = (bookingId: string, day: number): About => ({ bookingId, kind: "check_in", day });

/** What the page would send. */
export async function answered(
  client: Client,
  about: About,
  answers: AskedInput["answers"],
  now = Date.now() - 1_000,
): Promise<AskedInput> {
  const { templateVersionId, revision } = await findAsked(client, about, now);
  return { author: client.id, about, templateVersionId, answers, revision };
}

/** What this client wrote and nobody else sees. It has to be open at `now`. */
export async function aReflection(
  client: Client,
  about: About,
  answers: AskedInput["answers"],
  now = Date.now() - 1_000,
): Promise<{ revision: number }> {
  return saveAnswers(client, await answered(client, about, answers, now), now);
}

/** What this client wrote and shares with their coach: just now, so that it can be read; `on` a later time if given. */
export async function aSharedReflection(
  client: Client,
  about: About,
  answers: AskedInput["answers"],
  { now = Date.now() - 1_000, on = null }: { now?: number; on?: number | null } = {},
): Promise<string> {
  const { shareId } = await shareAnswers(
    client,
    { ...(await answered(client, about, answers, now)), on },
    now,
  );
  return shareId;
}

export async function aTypeOf(coach: Coach, kind: Kind): Promise<string> {
  const [known] = await asSystem("a test looks for a kind of session", (tx) =>
    tx
      .select({ id: sessionTypes.id })
      .from(sessionTypes)
      .where(and(eq(sessionTypes.coachId, coach.id), eq(sessionTypes.kind, kind))),
  );
  return known?.id ?? aType(coach, { kind, name: "A session", offered: false });
}
