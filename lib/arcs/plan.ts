import { asViewer, type Tx } from "#db/client.ts";
import { bookTimeOf, type Proposal, proposeTimes } from "#lib/arcs/propose.ts";
import { otherSteps } from "#lib/arcs/rules.ts";
import { demandGuidance, listStepSchedules } from "#lib/arcs/schedules.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import type { Schedule } from "#lib/availability/queries.ts";
import { demandZone, takenRefusal } from "#lib/bookings/commands/taken.ts";
import { freeStarts } from "#lib/bookings/free-times.ts";
import { occupiedBy } from "#lib/bookings/rules.ts";
import { demandNoHold } from "#lib/guidance/demand-no-hold.ts";
import { readGate, wantsPreparation } from "#lib/guidance/gate.ts";
import { checklist } from "#lib/guidance/words.ts";

type Question = { type: string; start: number; zone: string };

/**
 * A day of guidance with all that could go with it: what it waits for, and for each other session its window and
 * times in it. Preparation is among them where it is still wanted.
 */
export async function planArc(client: ClientViewer, { type: typeId, start, zone }: Question, now: number) {
  demandZone(zone);
  return asViewer(client, async (tx) => {
    const guidance = await demandGuidance(tx, typeId);
    const { coachId, coachName } = guidance.type;
    if (!(await freeStarts(tx, guidance, { start, end: start + 1 }, now)).includes(start))
      throw await takenRefusal(tx, guidance, { start, zone }, now);
    await demandNoHold(tx, { clientId: client.id, coachId });
    const conditions = await readGate(tx, { clientId: client.id, coachId, guidanceStart: start }, now);
    const isWanted = wantsPreparation(conditions);
    const wanted = otherSteps.map(({ step }) => step).filter((step) => step !== "preparation" || isWanted);
    const { during } = occupiedBy(guidance.type, start);
    return {
      zone,
      guidance: { ...typeView(guidance), start: iso(during.start), end: iso(during.end) },
      gate: {
        wantsPreparation: isWanted,
        conditions: checklist(conditions, {
          ...{ role: "client", clientId: client.id, coachId },
          ...{ otherName: coachName, zone },
        }),
      },
      steps: await planSteps(tx, { guidance, start, clientId: client.id, wanted }, now),
    };
  });
}
export type ArcPlan = Awaited<ReturnType<typeof planArc>>;

type Steps = {
  guidance: Schedule;
  start: number;
  clientId: string;
  wanted: string[];
  /** Other sessions that are asked for along with these, at times that stand. */
  also?: { schedule: Schedule; start: number }[];
};

/** For each wanted step that the coach offers: its window and times in it. */
export async function planSteps(
  tx: Tx,
  { guidance, start, clientId, wanted, also = [] }: Steps,
  now: number,
): Promise<StepPlan[]> {
  const schedules = await listStepSchedules(tx, guidance.type.coachId);
  const wishes = otherSteps.flatMap(({ step, kind }) => {
    const schedule = schedules.get(kind);
    return schedule && wanted.includes(step) ? [{ step, schedule }] : [];
  });
  const around = {
    guidance: occupiedBy(guidance.type, start).during,
    clientId,
    except: [],
    also: [{ schedule: guidance, start }, ...also].map((one) => bookTimeOf(one.schedule, one.start)),
  };
  const proposals = await proposeTimes(tx, wishes, around, now);
  return proposals.flatMap((proposal) => {
    const wish = wishes.find(({ step }) => step === proposal.step);
    return wish ? [stepPlan(proposal, wish.schedule)] : [];
  });
}

function stepPlan({ step, window, suggested, times }: Proposal, schedule: Schedule) {
  return {
    step,
    ...typeView(schedule),
    from: iso(window.from),
    until: iso(window.until),
    suggested: suggested === undefined ? null : iso(suggested),
    times: times.map(iso),
  };
}
export type StepPlan = ReturnType<typeof stepPlan>;

const typeView = ({ type }: Schedule) => ({
  typeId: type.id,
  name: type.name,
  minutes: type.minutes,
  place: type.place,
  coachName: type.coachName,
});

const iso = (ms: number) => new Date(ms).toISOString();
