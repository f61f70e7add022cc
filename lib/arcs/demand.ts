import type { Tx } from "#db/client.ts";
import type { AskForArcInput } from "#lib/arcs/input.ts";
import { planSteps } from "#lib/arcs/plan.ts";
import { bookTimeOf, isOwnTimeFree } from "#lib/arcs/propose.ts";
import { fits, kindOf, type OtherStep, type Step } from "#lib/arcs/rules.ts";
import { demandGuidance } from "#lib/arcs/schedules.ts";
import { placeSentence } from "#lib/arcs/words.ts";
import { findSchedule, type Schedule } from "#lib/availability/queries.ts";
import { takenRefusal } from "#lib/bookings/commands/taken.ts";
import { isFree } from "#lib/bookings/free-times.ts";
import { occupiedBy } from "#lib/bookings/rules.ts";
import { Refusal } from "#lib/refusal.ts";

type Part = { step: Step; schedule: Schedule; start: number };

/** The sessions that are asked for, in the order of their times, if they may all be had together at `now`. */
export async function demandArc(
  tx: Tx,
  clientId: string,
  input: AskForArcInput,
  now: number,
): Promise<Part[]> {
  const guidance = await demandGuidance(tx, input.typeId);
  const around = occupiedBy(guidance.type, input.start).during;
  const others: (Part & { step: OtherStep })[] = [];
  for (const { step, typeId, start } of input.steps) {
    const schedule = await findSchedule(tx, typeId);
    const isStale =
      !schedule?.type.offered ||
      schedule.type.kind !== kindOf(step) ||
      schedule.type.coachId !== guidance.type.coachId;
    if (isStale)
      throw new Refusal("One of these sessions has changed since. Please reload the page and choose again.", {
        code: "stale_kind",
        field: "steps",
      });
    if (!fits(step, occupiedBy(schedule.type, start).during, around, guidance.type.coachZone))
      throw new Refusal(placeSentence(step), {
        code: "out_of_place",
        field: "steps",
        offer: { steps: [step] },
      });
    others.push({ step, schedule, start });
  }
  const all: Part[] = [{ step: "guidance", schedule: guidance, start: input.start }, ...others];
  const gone = await listGone(tx, clientId, all, now);
  if (gone.includes("guidance")) throw await takenRefusal(tx, guidance, input, now);
  if (gone.length > 0) {
    const stay = others.filter(({ step }) => !gone.includes(step));
    const asked = { guidance, start: input.start, clientId, wanted: gone, also: stay };
    throw new Refusal("One of these times has just gone. Everything else you chose is still here.", {
      code: "taken",
      status: 409,
      field: "steps",
      offer: { steps: await planSteps(tx, asked, now) },
    });
  }
  return all.toSorted((a, b) => a.start - b.start);
}

/** Which of these cannot be had along with all the others. */
async function listGone(tx: Tx, clientId: string, parts: readonly Part[], now: number): Promise<Step[]> {
  const gone: Step[] = [];
  for (const part of parts) {
    const { step, schedule, start } = part;
    const also = parts
      .filter((other) => other !== part)
      .map((other) => bookTimeOf(other.schedule, other.start));
    const free =
      (await isFree(tx, schedule, start, now, { also, anyHorizon: step !== "guidance" })) &&
      (await isOwnTimeFree(tx, clientId, occupiedBy(schedule.type, start).during));
    if (!free) gone.push(step);
  }
  return gone;
}
