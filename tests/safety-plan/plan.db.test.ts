import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { asSystem, asViewer } from "#db/client.ts";
import { auditLog, bookings, safetyPlans } from "#db/schema/index.ts";
import { NotFound } from "#lib/refusal.ts";
import { savePlanInput } from "#lib/safety-plan/input.ts";
import { clearPlan, savePlan } from "#lib/safety-plan/keep.ts";
import { letPlansGo } from "#lib/safety-plan/let-plans-go.ts";
import { isSorted, noPlan } from "#lib/safety-plan/plan.ts";
import { findOwnPlan, findPlanOf, openNumber } from "#lib/safety-plan/queries.ts";
import { readPlanStanding } from "#lib/safety-plan/standing.ts";
import { aPlan } from "#tests/support/agreements.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType } from "#tests/support/people.ts";

onFreshDatabase();

const now = Date.parse("2026-12-01T10:00:00Z");
const day = 86_400_000;

async function aPair() {
  const coach = await aCoach({ name: "Sergio" });
  const client = await aClient({ name: "Mara" });
  await aBooking({ for: client, with: coach, type: await aType(coach), start: now - day });
  const guidance = await aType(coach, { kind: "guidance", name: "Guidance" });
  return { client, coach, guidance, two: { clientId: client.id, coachId: coach.id } };
}
const asked = (coach: { id: string }, revision = 0, more = {}) => ({
  ...{ ...aPlan, ...more, coach: coach.id, revision },
});

describe("a plan for the day", () => {
  test("is written, read by its two, and lies sealed", async () => {
    const { client, coach, two } = await aPair();
    expect(await savePlan(client, asked(coach), now)).toEqual({ revision: 1 });
    expect(await findOwnPlan(client, coach.id)).toMatchObject({ plan: aPlan, revision: 1, keptUntil: null });
    const seen = await findPlanOf(coach, client.id);
    expect(seen).toMatchObject({ person: "Noa", hasNumber: true, wayHome: "collected" });
    expect(JSON.stringify(seen)).not.toContain(aPlan.number);
    for (const viewer of [client, coach])
      expect(await asViewer(viewer, (tx) => readPlanStanding(tx, two))).toEqual({
        isSorted: true,
        isBegun: true,
      });
    const rows = await asSystem("a test looks", (tx) =>
      tx.select().from(safetyPlans).where(eq(safetyPlans.clientId, client.id)),
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.plan.toString("latin1")).not.toContain("Noa");
  });

  test("written on two devices is refused to the later one, unless it says the same", async () => {
    const { client, coach } = await aPair();
    await savePlan(client, asked(coach), now);
    expect(await savePlan(client, asked(coach), now)).toEqual({ revision: 1 });
    await expect(savePlan(client, asked(coach, 0, { place: "Elsewhere" }), now)).rejects.toMatchObject({
      ...{ code: "written_elsewhere", status: 409, offer: { stored: { revision: 1 } } },
    });
    expect(await savePlan(client, asked(coach, 1, { place: "Elsewhere" }), now)).toEqual({ revision: 2 });
  });

  test("begun at the same moment on two devices is one plan", async () => {
    const { client, coach } = await aPair();
    const all = await Promise.all([1, 2, 3].map(() => savePlan(client, asked(coach), now)));
    expect(all).toEqual([{ revision: 1 }, { revision: 1 }, { revision: 1 }]);
  });

  test("is nobody else's to write, to read or to delete", async () => {
    const { client, coach } = await aPair();
    await savePlan(client, asked(coach), now);
    const [stranger, other] = [await aClient(), await aCoach()];
    await expect(savePlan(stranger, asked(coach), now)).rejects.toThrow(NotFound);
    await expect(savePlan(client, asked(other), now)).rejects.toThrow(NotFound);
    await expect(clearPlan(stranger, coach.id)).rejects.toThrow(NotFound);
    await expect(openNumber(other, client.id)).rejects.toThrow(NotFound);
    expect(await findPlanOf(other, client.id)).toBeUndefined();
    expect(await findOwnPlan(stranger, coach.id)).toBeUndefined();
  });

  test("is gone for both once its author deletes it", async () => {
    const { client, coach } = await aPair();
    await savePlan(client, asked(coach), now);
    await clearPlan(client, coach.id);
    expect(await findPlanOf(coach, client.id)).toBeUndefined();
    expect((await findOwnPlan(client, coach.id))?.isKept).toBe(false);
  });

  test("gives its number to the coach who asks, and that is written down", async () => {
    const { client, coach } = await aPair();
    await expect(openNumber(coach, client.id)).rejects.toThrow(NotFound);
    await savePlan(client, asked(coach), now);
    expect(await openNumber(coach, client.id)).toEqual({ number: aPlan.number });
    const noted = await asSystem("a test looks", (tx) =>
      tx
        .select()
        .from(auditLog)
        .where(and(eq(auditLog.action, "day_plan.number_opened"), eq(auditLog.subjectId, client.id))),
    );
    expect(noted).toMatchObject([{ actorId: coach.id, meta: {} }]);
  });
});

describe("how long it is kept", () => {
  test("is until 30 days after the day, also when the day was booked, moved or called off later", async () => {
    const { client, coach, guidance } = await aPair();
    await savePlan(client, asked(coach), now);
    const id = await aBooking({ for: client, with: coach, type: guidance, start: now + 10 * day });
    expect((await findOwnPlan(client, coach.id))?.keptUntil).toBe("2027-01-10");
    await letPlansGo(now);
    expect((await findOwnPlan(client, coach.id))?.keptUntil).toBe("2027-01-10");
    const later = now + 20 * day;
    await asSystem("a test moves a day", (tx) =>
      tx
        .update(bookings)
        .set({
          during: { start: later, end: later + day / 3 },
          occupied: { start: later, end: later + day / 3 },
        })
        .where(eq(bookings.id, id)),
    );
    await letPlansGo(now + 41 * day);
    expect((await findOwnPlan(client, coach.id))?.keptUntil).toBe("2027-01-20");
    await letPlansGo(now + 50 * day);
    expect((await findOwnPlan(client, coach.id))?.isKept).toBe(true);
    await letPlansGo(now + 51 * day);
    expect((await findOwnPlan(client, coach.id))?.isKept).toBe(false);
  });

  test("is known at once where a day is set, and 90 days where none is; saving it again renews that", async () => {
    const { client, coach, guidance } = await aPair();
    await savePlan(client, asked(coach), now);
    await savePlan(client, asked(coach, 1), now + 60 * day);
    await letPlansGo(now + 149 * day);
    expect((await findOwnPlan(client, coach.id))?.isKept).toBe(true);
    await letPlansGo(now + 150 * day);
    expect((await findOwnPlan(client, coach.id))?.isKept).toBe(false);
    await aBooking({ for: client, with: coach, type: guidance, start: now + 200 * day });
    await savePlan(client, asked(coach), now + 160 * day);
    expect((await findOwnPlan(client, coach.id))?.keptUntil).toBe("2027-07-19");
  });
});

test.each([
  ["nothing", {}, false],
  ["a person without a number", { person: "Noa", wayHome: "taxi" }, false],
  ["no way home yet", { person: "Noa", number: "1234", wayHome: "not_sorted" }, false],
  ["a person with a number and a way home", { person: "Noa", number: "1234", wayHome: "taxi" }, true],
])("with %s", (_, plan, sorted) => {
  expect(isSorted({ ...noPlan, ...plan } as typeof noPlan)).toBe(sorted);
});

test("a number needs digits, and none is fine too", () => {
  const parse = (number: string) =>
    savePlanInput.safeParse({ coach: crypto.randomUUID(), revision: 0, number }).success;
  expect([parse("call me"), parse("12"), parse(""), parse("+1 555 0100")]).toEqual([
    false,
    false,
    true,
    true,
  ]);
});
