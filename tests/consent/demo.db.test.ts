import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { demoPeople } from "#db/demo/people.ts";
import { consents } from "#db/schema/index.ts";
import { viewerOf } from "#lib/auth/proven.ts";
import type { ClientViewer, CoachViewer } from "#lib/auth/viewer.ts";
import { listAgreements } from "#lib/consent/queries.ts";
import { withdrawAgreement } from "#lib/consent/sign.ts";
import { preparePractice } from "#lib/running/practice.ts";
import { settings } from "#lib/running/settings.ts";
import { isSorted } from "#lib/safety-plan/plan.ts";
import { findOwnPlan, findPlanOf } from "#lib/safety-plan/queries.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";

const database = onFreshDatabase();
const as = (id: string, role: "client" | "coach") => viewerOf({ userId: id, role, sessionId: randomUUID() });
const mara = as(demoPeople.mara.id, "client") as ClientViewer;
const sergio = as(demoPeople.coach.id, "coach") as CoachViewer;
const two = { clientId: mara.id, coachId: sergio.id };

const start = () =>
  preparePractice({
    databaseUrl: database.url,
    ownerEmail: undefined,
    encryptionKeys: settings().encryptionKeys,
  });
const signatures = () =>
  asSystem("a test looks", (tx) => tx.select().from(consents).where(eq(consents.clientId, mara.id)));

test("Mara of the demo has agreed to all but the fees and has a plan, and her coach can read both", async () => {
  await start();
  const { agreements } = await listAgreements(mara, two);
  expect(agreements.filter(({ state }) => state !== "signed")).toMatchObject([
    { topic: "fees", state: "missing" },
  ]);
  const seen = await listAgreements(sergio, two);
  expect(seen.agreements.find(({ topic }) => topic === "touch")).toMatchObject({ choice: "ask_each_time" });
  const own = await findOwnPlan(mara, sergio.id);
  expect(own && isSorted(own.plan)).toBe(true);
  expect(await findPlanOf(sergio, mara.id)).toMatchObject({ hasNumber: true });
});

test("what was done since is left as it is at the next start", async () => {
  await start();
  await withdrawAgreement(mara, { coach: sergio.id, topic: "law" }, Date.now());
  const before = await signatures();
  await start();
  expect(await signatures()).toEqual(before);
});
