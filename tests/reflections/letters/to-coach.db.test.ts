import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { flags, mailPreferences, messages, reflectionShares } from "#db/schema/index.ts";
import { claimMessage } from "#lib/mail/claim.ts";
import { listAllMail } from "#lib/mail/log/queries.ts";
import { ensureQuestions } from "#lib/questions/shipped-sets.ts";
import { takeBack, undoTakingBack } from "#lib/reflections/take-back.ts";
import { openedLettersTo } from "#tests/bookings/opened-letters.ts";
import { onPostOffice } from "#tests/mail/post-office.ts";
import {
  aGuidanceHeld,
  aSessionToCome,
  aSharedReflection,
  beforeIt,
  calmAnswers,
  daysAfter,
} from "#tests/support/asked.ts";
import { aClient, aCoach, anOwner, type Client, type Coach } from "#tests/support/people.ts";

const office = onPostOffice();
const hour = 3_600_000;
const calm = { ...calmAnswers.preparation, changes: ["nothing"] };
const grave = { ...calm, changes: ["medicine"] };

beforeAll(() => ensureQuestions(office.database.url, 0));

async function aPair() {
  const [ada, sol] = [await aClient({ name: "Ada Byron" }), await aCoach({ name: "Sol", isAwake: true })];
  return { ada, sol, booking: await aSessionToCome({ for: ada, with: sol }) };
}

const another = (client: Client, coach: Coach) =>
  aSessionToCome({ for: client, with: coach, start: Math.ceil(Date.now() / hour) * hour + 30 * hour });
const lettersTo = async (coach: Coach) => (await openedLettersTo(coach)).filter(({ kind }) => isOurs(kind));
const isOurs = (kind: string) => kind === "reflection_received" || kind === "please_look";
const claim = async (id: string | undefined, now = Date.now()) => {
  const claimed = await claimMessage(id ?? "", now);
  return claimed && !("ended" in claimed);
};
const openedBy = (coach: Coach, openedAt = Date.now()) =>
  asSystem("a test opens it", (tx) =>
    tx.update(reflectionShares).set({ openedAt }).where(eq(reflectionShares.readerId, coach.id)),
  );
/** Every letter that would go now goes. */
async function letGo(coach: Coach, now = Date.now()): Promise<boolean[]> {
  const rows = await asSystem("a test looks", (tx) =>
    tx
      .select({ id: messages.id, state: messages.state })
      .from(messages)
      .where(eq(messages.recipientId, coach.id))
      .orderBy(messages.createdAt),
  );
  const went: boolean[] = [];
  for (const { id, state } of rows) if (state === "planned") went.push((await claim(id, now)) === true);
  return went;
}

describe("a coach with whom something is shared", () => {
  test("hears that there is something to read, and from whom, and nothing of what it says", async () => {
    const { ada, sol, booking } = await aPair();
    await aSharedReflection(ada, beforeIt(booking), calm);
    const [letter, ...others] = await lettersTo(sol);
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ kind: "reflection_received", subject: "A note from your portal" });
    expect(letter?.text).toContain("There is something new from Ada for you to read.");
    expect(letter?.text).toContain(`/coach/clients/${ada.id}`);
    expect(letter?.text).not.toMatch(/begin|reflection|steady/i);
    expect(await claim(letter?.id)).toBe(true);
  });

  test("is sent to the desk alone where an answer waits for more, without whose it is", async () => {
    const { ada, sol, booking } = await aPair();
    await aSharedReflection(ada, beforeIt(booking), grave);
    const letters = await lettersTo(sol);
    expect(letters.map(({ kind }) => kind)).toEqual(["please_look"]);
    expect(letters[0]?.text).not.toMatch(/Ada|medicine/);
    expect(letters[0]?.text).toMatch(/\/coach\n/);
    expect(await claim(letters[0]?.id)).toBe(true);
  });

  test("hears nothing before the day that was chosen", async () => {
    const { ada, sol, booking } = await aPair();
    const on = Date.now() + 3 * hour;
    await aSharedReflection(ada, beforeIt(booking), calm, { on });
    const [letter] = await lettersTo(sol);
    expect(letter?.notBefore).toBe(on);
    expect(await claim(letter?.id, on - 1)).toBeUndefined();
    expect(await claim(letter?.id, on)).toBe(true);
  });

  test("hears nothing where it was taken back meanwhile, opened already, or settled", async () => {
    const [back, opened, settled] = [await aPair(), await aPair(), await aPair()];
    await takeBack(back.ada, await aSharedReflection(back.ada, beforeIt(back.booking), calm), Date.now());
    await aSharedReflection(opened.ada, beforeIt(opened.booking), calm);
    await openedBy(opened.sol);
    const shareId = await aSharedReflection(settled.ada, beforeIt(settled.booking), grave);
    await asSystem("a test settles", (tx) =>
      tx.update(flags).set({ settledAt: Date.now() }).where(eq(flags.shareId, shareId)),
    );
    for (const { sol } of [back, opened, settled]) expect(await letGo(sol)).toEqual([false]);
  });

  test("hears of what was taken back and put back, once, also where the first letter was dropped between", async () => {
    for (const answers of [calm, grave]) {
      const { ada, sol, booking } = await aPair();
      const shareId = await aSharedReflection(ada, beforeIt(booking), answers);
      await takeBack(ada, shareId, Date.now());
      expect(await letGo(sol)).toEqual([false]);
      await undoTakingBack(ada, shareId, Date.now());
      expect(await letGo(sol)).toEqual([true]);
      await takeBack(ada, shareId, Date.now());
      await undoTakingBack(ada, shareId, Date.now());
      expect(await letGo(sol)).toEqual([false]);
    }
  });

  test("hears nothing of a flag that was taken back unopened, and still does where it had been opened", async () => {
    for (const wasOpened of [false, true]) {
      const { ada, sol, booking } = await aPair();
      const shareId = await aSharedReflection(ada, beforeIt(booking), grave);
      if (wasOpened) await openedBy(sol);
      await takeBack(ada, shareId, Date.now());
      expect(await letGo(sol)).toEqual([wasOpened]);
    }
  });

  test("hears of a client once until they opened something, and again after that", async () => {
    const { ada, sol, booking } = await aPair();
    const ago = (seconds: number) => Date.now() - seconds * 1_000;
    const share = (focus: string, now: number) =>
      aSharedReflection(ada, beforeIt(booking), { ...calm, focus }, { now });
    await share("One.", ago(60));
    expect(await letGo(sol, ago(50))).toEqual([true]);
    await share("Two.", ago(40));
    await aSharedReflection(ada, beforeIt(await another(ada, sol)), calm, { now: ago(40) });
    expect(await letGo(sol, ago(30))).toEqual([false, false]);
    await openedBy(sol, ago(20));
    await share("Three.", ago(10));
    expect(await letGo(sol)).toEqual([true]);
  });

  test("gets one of those that quiet hours held back together, also from two workers at once", async () => {
    const { ada, sol, booking } = await aPair();
    const other = await another(ada, sol);
    for (const id of [booking, other]) await aSharedReflection(ada, beforeIt(id), calm);
    const letters = await lettersTo(sol);
    const went = await Promise.all(letters.map(({ id }) => claim(id)));
    expect(went.sort()).toEqual([false, true]);
  });

  test("hears of another client all the same", async () => {
    const { ada, sol, booking } = await aPair();
    const bea = await aClient({ name: "Bea" });
    await aSharedReflection(ada, beforeIt(booking), calm);
    const hers = await another(bea, sol);
    await aSharedReflection(bea, beforeIt(hers), calm);
    expect(await letGo(sol)).toEqual([true, true]);
  });

  test("hears of each flag that came after the letter before", async () => {
    const { ada, sol, booking } = await aPair();
    await aSharedReflection(ada, beforeIt(booking), grave);
    expect(await letGo(sol, Date.now() - 500)).toEqual([true]);
    const guidance = await aGuidanceHeld({ for: ada, with: sol, daysAgo: 5 });
    await aSharedReflection(ada, daysAfter(guidance, 3), { steady: 1 }, { now: Date.now() - 100 });
    expect(await letGo(sol)).toEqual([true]);
  });

  test("gets none where they want no such mail", async () => {
    const [ada, sol] = [await aClient(), await aCoach()];
    await asSystem("a test chooses", (tx) =>
      tx.insert(mailPreferences).values({ userId: sol.id, desk: false, updatedAt: 0 }),
    );
    const booking = await aSessionToCome({ for: ada, with: sol });
    await aSharedReflection(ada, beforeIt(booking), calm);
    expect(await lettersTo(sol)).toEqual([]);
  });
});

test("the mail of the practice tells of no letter about something shared that has not gone", async () => {
  const [ada, owner] = [await aClient(), await anOwner({ isAwake: true })];
  const booking = await aSessionToCome({ for: ada, with: owner });
  const shareId = await aSharedReflection(ada, beforeIt(booking), calm, { on: Date.now() + hour });
  const [letter] = await lettersTo(owner);
  const seen = async () => {
    const { entries } = await listAllMail(owner, { filter: undefined, before: undefined });
    return entries.filter(({ id }) => id === letter?.id).length;
  };
  expect(await seen()).toBe(0);
  expect(await claim(letter?.id, Date.now() + 2 * hour)).toBe(true);
  expect(await seen()).toBe(1);

  await takeBack(ada, shareId, Date.now());
  await asSystem("a test plans it anew", (tx) =>
    tx.update(messages).set({ state: "planned", firstAttemptAt: null, notBefore: null }),
  );
  expect(await claim(letter?.id, Date.now() + 2 * hour)).toBe(false);
  expect(await seen()).toBe(0);
});
