import { randomUUID } from "node:crypto";
import { asSystem } from "#db/client.ts";
import {
  authSessions,
  clients,
  coaches,
  mailPreferences,
  sessionTypes,
  timeOff,
  users,
  weeklyHours,
} from "#db/schema/index.ts";
import { hashSecret, newSecret } from "#lib/auth/one-way.ts";
import { type ClientViewer, type CoachViewer, type OwnerViewer, viewerOf } from "#lib/auth/proven.ts";
import { minuteOf } from "#lib/availability/hours.ts";

type Details = { name?: string; email?: string; zone?: string; disabledAt?: number };
type Account = { name: string; email: string; zone: string };
export type Client = ClientViewer & Account;
export type Coach = CoachViewer & Account;
export type Owner = OwnerViewer & Account;

/** Somebody who books. */
export async function aClient(details: Details = {}): Promise<Client> {
  const { id, ...account } = await anAccount("client", details);
  await asSystem("a test needs a client", (tx) =>
    tx.insert(clients).values({ id, adultSaidAt: Date.parse("2026-01-01T00:00:00Z") }),
  );
  return Object.assign(
    viewerOf({ userId: id, role: "client", sessionId: randomUUID() }) as ClientViewer,
    account,
  );
}

type Week = { weekday: number; from: string; to: string }[];

/** Open day and night, all week. */
export const always: Week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: "00:00", to: "24:00" }));

type CoachDetails = Details & {
  hours?: Week;
  /** They have no quiet hours, so that a test that waits for all mail can be run at any hour. */
  isAwake?: boolean;
};

/** Somebody who is booked, with their opening hours in their own zone. */
export const aCoach = (details: CoachDetails = {}): Promise<Coach> => someCoach("coach", details);

/** The coach whose practice it is. */
export const anOwner = (details: CoachDetails = {}) => someCoach("owner", details) as Promise<Owner>;

async function someCoach(role: "coach" | "owner", details: CoachDetails): Promise<Coach> {
  const { id, ...account } = await anAccount(role, { zone: "UTC", ...details });
  await asSystem("a test needs a coach", async (tx) => {
    await tx.insert(coaches).values({ id, zone: account.zone });
    const hours = (details.hours ?? always).map(({ weekday, from, to }) => ({
      coachId: id,
      weekday,
      fromMinute: minuteOf(from),
      toMinute: minuteOf(to),
    }));
    if (hours.length > 0) await tx.insert(weeklyHours).values(hours);
    if (details.isAwake)
      await tx.insert(mailPreferences).values({ userId: id, quietFrom: 0, quietUntil: 0, updatedAt: 0 });
  });
  return Object.assign(viewerOf({ userId: id, role, sessionId: randomUUID() }) as CoachViewer, account);
}

type NewType = Partial<typeof sessionTypes.$inferInsert>;

/** A kind of session that this coach offers; gives its id. An hour on the hour, unless said otherwise. */
export async function aType({ id: coachId }: Coach, details: NewType = {}): Promise<string> {
  const [made] = await asSystem("a test needs a kind of session", (tx) =>
    tx
      .insert(sessionTypes)
      .values({
        coachId,
        kind: "preparation",
        name: "Preparation",
        minutes: 60,
        after: 0,
        step: 60,
        notice: 0,
        cutOff: 1440,
        place: "By video",
        ...details,
      })
      .returning({ id: sessionTypes.id }),
  );
  return made?.id ?? "";
}

/** A local date on which this coach is away; gives its id. */
export async function aTimeOff({ id: coachId }: Coach, date: string): Promise<string> {
  const [made] = await asSystem("a test needs time off", (tx) =>
    tx.insert(timeOff).values({ coachId, fromDate: date, toDate: date }).returning({ id: timeOff.id }),
  );
  return made?.id ?? "";
}

type Sitting = { now?: number; idleEndsAt?: number; endsAt?: number; revokedAt?: number };

/** A browser in which they are signed in; gives the cookie's value. */
export async function aSession(person: { id: string }, details: Sitting = {}): Promise<string> {
  const token = newSecret();
  const { now = Date.now(), ...sitting } = details;
  const week = now + 7 * 86_400_000;
  await asSystem("a test needs a session", (tx) =>
    tx.insert(authSessions).values({
      userId: person.id,
      tokenHash: hashSecret(token),
      lastSeenAt: now,
      idleEndsAt: week,
      endsAt: week,
      ...sitting,
    }),
  );
  return token;
}

async function anAccount(role: "client" | "coach" | "owner", { name, email, zone, disabledAt }: Details) {
  const account = {
    name: name ?? (role === "client" ? "Ada" : "Sol"),
    email: email ?? `${role}-${randomUUID()}@example.org`,
    zone: zone ?? "Europe/Lisbon",
  };
  const [made] = await asSystem("a test needs a person", (tx) =>
    tx
      .insert(users)
      .values({ role, email: account.email, displayName: account.name, zone: account.zone, disabledAt })
      .returning({ id: users.id }),
  );
  return { id: made?.id ?? "", ...account };
}
