import { asc, eq, sql } from "drizzle-orm";
import { asSystem } from "#db/client.ts";
import { bookings } from "#db/schema/index.ts";
import { askForArc } from "#lib/arcs/commands/ask-for-arc.ts";
import { type OtherStep, otherSteps, type Step } from "#lib/arcs/rules.ts";
import { confirmRequest } from "#lib/bookings/commands/answer-request.ts";
import { aClient, aCoach, aType, type Client } from "#tests/support/people.ts";

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;
export const at = (iso: string) => Date.parse(iso);
export const iso = (ms: number) => new Date(ms).toISOString();
export const now = at("2026-12-01T08:00:00Z");
export const zone = "Europe/Lisbon";
/** A Friday, and where the others go best. */
export const theDay = at("2027-01-15T09:00:00Z");
export const best: Record<OtherStep, number> = {
  preparation: at("2027-01-08T09:00:00Z"),
  after_days: at("2027-01-17T09:00:00Z"),
  after_week: at("2027-01-22T09:00:00Z"),
  after_two_weeks: at("2027-01-29T09:00:00Z"),
  after_month: at("2027-02-14T09:00:00Z"),
};
export const everyStep = otherSteps.map(({ step }) => step);

export type Practice = Awaited<ReturnType<typeof aGuide>>;

/** A coach who is open day and night and offers guidance, with its kinds of session; all of them on the hour. */
export async function aGuide(guidance: Parameters<typeof aType>[1] = {}, coachZone = "UTC") {
  const coach = await aCoach({ name: "Sergio", zone: coachZone });
  return {
    coach,
    guidance: await aType(coach, {
      kind: "guidance",
      name: "Guidance",
      mode: "request",
      openTo: "clients",
      minutes: 480,
      after: 60,
      notice: 7 * 1440,
      horizonDays: 90,
      dailyLimit: 1,
      nextDayLimit: 2,
      ...guidance,
    }),
    preparation: await aType(coach),
    integration: await aType(coach, { kind: "integration", name: "Integration", cutOff: 720 }),
  };
}

/** What a client sends: these steps at these times, the best ones unless said otherwise. */
export function aWish(
  { guidance, preparation, integration }: Practice,
  steps: readonly OtherStep[] = everyStep,
  times: Partial<Record<Step, number>> = {},
) {
  return {
    typeId: guidance,
    start: times.guidance ?? theDay,
    zone,
    law: true as const,
    steps: steps.map((step) => ({
      step,
      typeId: step === "preparation" ? preparation : integration,
      start: times[step] ?? best[step],
    })),
  };
}

/** An arc that Ada has asked for, and that the coach has said yes to unless `isAsked`. */
export async function anArc({
  isAsked = false,
  steps = everyStep,
  ada,
}: {
  isAsked?: boolean;
  steps?: readonly OtherStep[];
  ada?: Client;
} = {}) {
  const practice = await aGuide();
  const client = ada ?? (await aClient());
  const { bookingId, arcId } = await askForArc(client, aWish(practice, steps), undefined, now);
  if (!isAsked) await confirmRequest(practice.coach, bookingId, now, "We talked.");
  const sessions = await sessionsOf(arcId ?? "");
  const idOf = (step: Step) => sessions.find((session) => session.step === step)?.id ?? "";
  return { ...practice, ada: client, bookingId, arcId: arcId ?? "", idOf };
}

/** The sessions of an arc as they lie in the database, in the order of their times. */
export async function sessionsOf(arcId: string) {
  return asSystem("a test looks", (tx) =>
    tx
      .select({
        id: bookings.id,
        step: sql<Step>`${bookings.arcStep}`,
        status: bookings.status,
        during: bookings.during,
        sequence: bookings.icsSequence,
        movedFrom: bookings.movedFrom,
      })
      .from(bookings)
      .where(eq(bookings.arcId, arcId))
      .orderBy(asc(sql`lower(${bookings.during})`)),
  );
}

/** "preparation confirmed 2027-01-08T09", a line for each session. */
export async function linesOf(arcId: string): Promise<string[]> {
  return (await sessionsOf(arcId)).map(
    ({ step, status, during }) => `${step} ${status} ${iso(during.start).slice(0, 13)}`,
  );
}
