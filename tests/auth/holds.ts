import { aHold } from "#tests/support/bookings.ts";
import { aCoach, aType } from "#tests/support/people.ts";

const hour = 3_600_000;

/** A time the day after tomorrow that a visitor holds, with a coach of its own. */
export async function aHoldFor(email: string, name: string): Promise<string> {
  const coach = await aCoach();
  const start = Date.now() + 48 * hour;
  return aHold({ with: coach, type: await aType(coach), start, email, name, until: Date.now() + hour / 4 });
}
