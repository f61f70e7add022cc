import { eq } from "drizzle-orm";
import { asSystem } from "#db/client.ts";
import { bookings, reflectionTemplates } from "#db/schema/index.ts";
import type { About } from "#lib/reflections/asked/about.ts";
import { aSharedReflection, calmAnswers } from "#tests/support/asked.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { aClient, aCoach, aType, type Client } from "#tests/support/people.ts";

export const hour = 3_600_000;
export const at = (iso: string) => Date.parse(iso);
/** When the meeting begins, and when it can be answered from. */
export const start = at("2026-12-08T18:00:00Z");
export const opens = at("2026-12-05T18:00:00Z");

export type Kind = NonNullable<Parameters<typeof aType>[1]>["kind"];
type World = { kind?: Kind; begin?: number; minutes?: number; madeAt?: number };

export async function aMeeting({
  kind = "preparation",
  begin = start,
  minutes = 60,
  madeAt = 0,
}: World = {}) {
  const [ada, sol] = [await aClient({ name: "Ada", zone: "Europe/Lisbon" }), await aCoach({ name: "Sol" })];
  const type = await aType(sol, { kind, minutes });
  const booking = await aBooking({ for: ada, with: sol, type, start: begin, minutes, madeAt });
  return { ada, sol, type, booking };
}
export type Meeting = Awaited<ReturnType<typeof aMeeting>>;

/** Guidance on 8 December from ten to four, in Lisbon. */
export const aGuidance = () =>
  aMeeting({ kind: "guidance", begin: at("2026-12-08T10:00:00Z"), minutes: 360 });

export const change = (booking: string, values: Partial<typeof bookings.$inferInsert>) =>
  asSystem("a test changes it", (tx) => tx.update(bookings).set(values).where(eq(bookings.id, booking)));
export const movedTo = (begin: number) => {
  const during = { start: begin, end: begin + hour };
  return { during, occupied: during };
};
export const share = (person: Client, about: About, now: number) =>
  aSharedReflection(person, about, about.kind === "check_in" ? { rested: 6 } : calm, { now });
const calm = { ...calmAnswers.preparation, changes: ["nothing"] };

export const archive = (day: number, archivedAt: number | null) =>
  asSystem("a test archives", (tx) =>
    tx.update(reflectionTemplates).set({ archivedAt }).where(eq(reflectionTemplates.day, day)),
  );
export const archiveKind = (kind: "preparation", archivedAt: number | null) =>
  asSystem("a test archives", (tx) =>
    tx.update(reflectionTemplates).set({ archivedAt }).where(eq(reflectionTemplates.kind, kind)),
  );
