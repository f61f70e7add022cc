import type { Tx } from "#db/client.ts";
import type { Schedule } from "#lib/availability/queries.ts";
import { takenRefusal } from "#lib/bookings/commands/taken.ts";
import { askOwnRules } from "#lib/bookings/outside-rules.ts";
import { Refusal } from "#lib/refusal.ts";

type Wish = { start: number; zone: string; despite: string[]; except?: string[] };

/**
 * The own rules that a coach passes over at this time, when all of them were named; else a refusal that names them, so
 * that the coach can decide. Another session there is refused whatever was named.
 */
export async function demandNamed(
  tx: Tx,
  schedule: Schedule,
  { start, zone, despite, except }: Wish,
  now: number,
): Promise<string[]> {
  const { warnings, isTaken } = await askOwnRules(tx, schedule, start, now, except);
  if (isTaken) throw await takenRefusal(tx, schedule, { start, zone }, now);
  const unnamed = warnings.filter(({ rule }) => !despite.includes(rule));
  if (unnamed.length > 0)
    throw new Refusal("This is outside your own rules. It can be done all the same, if you want it so.", {
      code: "outside_rules",
      status: 409,
      offer: { warnings },
    });
  return warnings.map(({ rule }) => rule);
}
