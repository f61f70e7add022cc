import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem, asViewer } from "#db/client.ts";
import { auditLog, consents } from "#db/schema/index.ts";
import { publishText } from "#lib/consent/authoring/publish.ts";
import { copyForClient, copyForCoach } from "#lib/consent/copy.ts";
import { ensureConsentTexts } from "#lib/consent/ensure-texts.ts";
import { signInput } from "#lib/consent/input.ts";
import { findAgreement, listAgreements } from "#lib/consent/queries.ts";
import { signAgreement, undoWithdrawing, withdrawAgreement } from "#lib/consent/sign.ts";
import { isAllAgreed, readAgreements } from "#lib/consent/standing.ts";
import { topics } from "#lib/consent/topics.ts";
import { NotFound } from "#lib/refusal.ts";
import { agree, agreeToAll, newestText } from "#tests/support/agreements.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, anOwner, aType, type Client, type Coach } from "#tests/support/people.ts";

const database = onFreshDatabase();
beforeAll(() => ensureConsentTexts(database.url, 0));

const now = Date.parse("2026-12-01T10:00:00Z");
const hour = 3_600_000;

/** A client and a coach who have a session together. */
async function aPair(people?: { coach?: Coach; client?: Client; also?: Client }) {
  const coach = people?.coach ?? (await aCoach({ name: "Sergio" }));
  const client = people?.client ?? (await aClient({ name: "Mara" }));
  const type = await aType(coach, people?.also ? { kind: "couple", name: "Couple" } : {});
  await aBooking({ for: people?.also ? [client, people.also] : client, with: coach, type, start: slot() });
  return { client, coach, two: { clientId: client.id, coachId: coach.id } };
}
let at = now + 100 * hour;
const slot = () => (at += 2 * hour);
const standingOf = async ({ client, two }: Awaited<ReturnType<typeof aPair>>, topic: string) =>
  (await asViewer(client, (tx) => readAgreements(tx, two))).find((one) => one.topic === topic)?.state;

describe("agreeing to a topic", () => {
  test("stands from then on, in their name, for them and for their coach", async () => {
    const pair = await aPair();
    expect(await standingOf(pair, "touch")).toBe("missing");
    await agree(
      pair.client,
      pair.coach,
      "touch",
      { name: "Mara M", choice: "talk_first", also: "My back." },
      now,
    );
    for (const viewer of [pair.client, pair.coach]) {
      const { agreements } = await listAgreements(viewer, pair.two);
      expect(agreements.find(({ topic }) => topic === "touch")).toMatchObject({
        ...{ state: "signed", version: 1, signedAt: now, choice: "talk_first", also: "My back." },
      });
    }
    const found = await findAgreement(pair.client, pair.coach.id, "touch");
    expect(found?.signed[0]?.signature).toEqual({ name: "Mara M", choice: "talk_first", also: "My back." });
    const [row] = await asSystem("a test looks", (tx) =>
      tx.select().from(consents).where(eq(consents.clientId, pair.client.id)),
    );
    expect(row?.signature.toString("latin1")).not.toContain("Mara M");
  });

  test("twice is once, also from two devices at the same moment", async () => {
    const { client, coach } = await aPair();
    await Promise.allSettled([1, 2, 3].map(() => agree(client, coach, "voluntary", {}, now)));
    await agree(client, coach, "voluntary", {}, now + 1);
    const rows = await asSystem("a test looks", (tx) =>
      tx.select().from(consents).where(eq(consents.clientId, client.id)),
    );
    expect(rows.filter(({ withdrawnAt }) => withdrawnAt === null)).toHaveLength(1);
  });

  test("with another choice takes the place of the one before, which stays to be read", async () => {
    const pair = await aPair();
    await agree(pair.client, pair.coach, "touch", { choice: "ask_each_time" }, now);
    await agree(pair.client, pair.coach, "touch", { choice: "none" }, now + hour);
    const found = await findAgreement(pair.client, pair.coach.id, "touch");
    expect(found?.state).toBe("signed");
    expect(found?.signed.map(({ signature, withdrawnAt }) => [signature?.choice, withdrawnAt])).toEqual([
      ["none", null],
      ["ask_each_time", now + hour],
    ]);
  });

  test("needs a choice where there is one, and the words that stand there now", async () => {
    const { client, coach } = await aPair();
    const text = await newestText("touch");
    const input = { coach: coach.id, topic: "touch", text, name: "Mara" };
    await expect(signAgreement(client, input, now)).rejects.toThrow("Please choose one of these first.");
    await expect(signAgreement(client, { ...input, choice: "all" }, now)).rejects.toThrow(
      "Please choose one",
    );
    const other = { ...input, choice: "none", text: await newestText("law") };
    await expect(signAgreement(client, other, now)).rejects.toThrow("This text has changed");
  });

  test("is nobody else's to do, nor with a coach who is not theirs, nor to a topic that is not asked", async () => {
    const { client, coach } = await aPair();
    const stranger = await aClient();
    await expect(agree(stranger, coach, "voluntary")).rejects.toThrow(NotFound);
    await expect(agree(client, await aCoach(), "voluntary")).rejects.toThrow(NotFound);
    await expect(agree(client, coach, "couples")).rejects.toThrow(NotFound);
    await expect(agree(client, coach, "everything")).rejects.toThrow(NotFound);
    await expect(listAgreements(stranger, { clientId: client.id, coachId: coach.id })).rejects.toThrow(
      NotFound,
    );
    const other = await aCoach();
    await expect(listAgreements(other, { clientId: client.id, coachId: coach.id })).rejects.toThrow(NotFound);
    await expect(copyForCoach(other, client.id, now)).rejects.toThrow(NotFound);
    expect(await findAgreement(stranger, coach.id, "voluntary")).toBeUndefined();
  });

  test.each(["", " ", "x", "123 456", "a".repeat(101), "half \ud800"])(
    "a name like “%s” is asked for again",
    (name) => {
      const parsed = signInput.safeParse({
        coach: crypto.randomUUID(),
        topic: "law",
        text: crypto.randomUUID(),
        name,
      });
      expect(parsed.success).toBe(false);
      expect(parsed.error?.issues[0]?.message).toMatch(/\.$/);
    },
  );
});

describe("taking it back", () => {
  test("is seen by both, and can be undone within the hour and agreed to anew after it", async () => {
    const pair = await aPair();
    const input = { coach: pair.coach.id, topic: "law" };
    await agree(pair.client, pair.coach, "law", {}, now);
    await withdrawAgreement(pair.client, input, now + 1);
    await withdrawAgreement(pair.client, input, now + 2);
    expect(await standingOf(pair, "law")).toBe("withdrawn");
    await undoWithdrawing(pair.client, input, now + hour);
    expect(await standingOf(pair, "law")).toBe("signed");
    await withdrawAgreement(pair.client, input, now + 2 * hour);
    await expect(undoWithdrawing(pair.client, input, now + 4 * hour)).rejects.toThrow(
      "That was a while ago.",
    );
    await agree(pair.client, pair.coach, "law", {}, now + 5 * hour);
    expect(await standingOf(pair, "law")).toBe("signed");
  });

  test("is nobody else's", async () => {
    const { client, coach } = await aPair();
    await agree(client, coach, "law", {}, now);
    const input = { coach: coach.id, topic: "law" };
    for (const act of [withdrawAgreement, undoWithdrawing])
      await expect(act(await aClient(), input, now)).rejects.toThrow(NotFound);
    await expect(withdrawAgreement(client, { ...input, coach: (await aCoach()).id }, now)).rejects.toThrow(
      NotFound,
    );
  });
});

describe("all of it", () => {
  const isAll = ({ client, two }: Awaited<ReturnType<typeof aPair>>) =>
    asViewer(client, async (tx) => isAllAgreed(await readAgreements(tx, two)));

  test("is agreed once every topic is, with this coach and at its newest version", async () => {
    const pair = await aPair();
    const other = await aPair({ client: pair.client });
    await agreeToAll(pair.client, pair.coach, now, ["fees"]);
    expect(await isAll(pair)).toBe(false);
    await agreeToAll(pair.client, pair.coach, now);
    expect(await isAll(pair)).toBe(true);
    expect(await isAll(other)).toBe(false);
    const owner = await anOwner();
    const body = `**In short: other.** ${crypto.randomUUID()}`;
    await publishText(owner, "concerns", { title: "Concerns", body, after: 1 }, now);
    expect(await standingOf(pair, "concerns")).toBe("changed");
    expect(await isAll(pair)).toBe(false);
    await agree(pair.client, pair.coach, "concerns", {}, now + 1);
    expect(await isAll(pair)).toBe(true);
    const found = await findAgreement(pair.client, pair.coach.id, "concerns");
    expect(found?.signed.map(({ version }) => version)).toEqual([2, 1]);
  });

  test("asks somebody who also comes as a couple for one topic more", async () => {
    const pair = await aPair();
    const listed = async () =>
      (await listAgreements(pair.client, pair.two)).agreements.map(({ topic }) => topic);
    expect(await listed()).not.toContain("couples");
    expect(await listed()).toHaveLength(topics.length - 1);
    await aPair({ ...pair, also: await aClient() });
    expect(await listed()).toContain("couples");
    await agreeToAll(pair.client, pair.coach, now, ["couples"]);
    expect(await isAll(pair)).toBe(false);
  });

  test("is not agreed where a practice has no texts", () => {
    expect(isAllAgreed([])).toBe(false);
  });
});

test("a copy holds what was signed and when, in a file that says nothing by its name, and only what is signed", async () => {
  const { client, coach } = await aPair();
  await agree(client, coach, "touch", { name: "Mara <b>", also: "No & never" }, now);
  const copy = await copyForClient(client, coach.id, now);
  expect(copy.headers.get("content-disposition")).toBe('attachment; filename="agreements.html"');
  const text = await copy.text();
  expect(text).toContain("Signed “Mara &lt;b&gt;”");
  expect(text).toContain("Also: No &amp; never");
  expect(text).toContain("Chosen: No touch");
  expect(text).not.toContain("The law where you are");
  expect(await (await copyForCoach(coach, client.id, now)).text()).toContain("Mara &lt;b&gt;");
  const noted = await asSystem("a test looks", (tx) =>
    tx
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.action, "agreements.copied"), eq(auditLog.subjectId, client.id))),
  );
  expect(noted).toHaveLength(2);
});
