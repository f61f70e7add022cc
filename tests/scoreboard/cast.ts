import { randomUUID } from "node:crypto";
import { newSecret } from "#lib/auth/one-way.ts";
import { aBooking, aHold } from "#tests/support/bookings.ts";
import {
  aClient,
  aCoach,
  aSession,
  aTimeOff,
  aType,
  type Client,
  type Coach,
} from "#tests/support/people.ts";

const hour = 3_600_000;
const day = 24 * hour;

export type Side = {
  client: Client;
  coach: Coach;
  type: string;
  booking: string;
  hold: string;
  timeOff: string;
};

/** Two coaches who know nothing of one another, each with a client; and those who may not come in any more. */
export type Cast = {
  sessions: Record<Who, string | undefined>;
  ours: Side;
  theirs: Side;
};

export const everyone = ["visitor", "ada", "bea", "sol", "kim", "disabled", "expired", "forger"] as const;
export type Who = (typeof everyone)[number];

export async function aCast(): Promise<Cast> {
  const [ours, theirs] = [await aSide("Ada", "Sol"), await aSide("Bea", "Kim")];
  const [disabled, expired] = [await aClient({ disabledAt: Date.now() }), await aClient()];
  // Ahead of now, so that no write counts as a sign of life and changes the row.
  const alive = { now: Date.now() + hour };
  return {
    sessions: {
      visitor: undefined,
      ada: await aSession(ours.client, alive),
      sol: await aSession(ours.coach, alive),
      bea: await aSession(theirs.client, alive),
      kim: await aSession(theirs.coach, alive),
      disabled: await aSession(disabled, alive),
      expired: await aSession(expired, { idleEndsAt: Date.now() - 1, endsAt: Date.now() + hour }),
      forger: newSecret(),
    },
    ours,
    theirs,
  };
}

/** One that has just been made, at a time when nothing else is. */
export const freshBooking = ({ client, coach, type }: Side) =>
  aBooking({ for: client, with: coach, type, start: anotherTime() });

export const freshHold = ({ client, coach, type }: Side) =>
  aHold({ email: client.email, with: coach, type, start: anotherTime(), until: Date.now() + day });

/** In a year when nobody books. */
export const freshTimeOff = ({ coach }: Side) => aTimeOff(coach, "2032-01-01");

async function aSide(clientName: string, coachName: string): Promise<Side> {
  const client = await aClient({
    name: clientName,
    email: `${clientName}-${randomUUID()}@example.org`.toLowerCase(),
  });
  const coach = await aCoach({ name: coachName });
  const type = await aType(coach, { horizonDays: 365 });
  const side = { client, coach, type, booking: "", hold: "", timeOff: "" };
  return {
    ...side,
    booking: await freshBooking(side),
    hold: await freshHold(side),
    timeOff: await freshTimeOff(side),
  };
}

let hours = 0;

/** An hour from the day after tomorrow on that nobody has asked for yet. */
export function anotherTime(): number {
  hours += 1;
  return Math.floor(Date.now() / day) * day + 2 * day + hours * hour;
}
