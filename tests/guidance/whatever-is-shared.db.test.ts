import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { bookings } from "#db/schema/index.ts";
import { askForArc } from "#lib/arcs/commands/ask-for-arc.ts";
import { confirmRequest } from "#lib/bookings/commands/answer-request.ts";
import { bookForClient } from "#lib/bookings/commands/book-for-client.ts";
import { settleFlag, undoSettling } from "#lib/flags/settle.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { ensureQuestions } from "#lib/questions/shipped-sets.ts";
import { openReflection } from "#lib/reflections/for-coach/open-reflection.ts";
import { takeBack, undoTakingBack } from "#lib/reflections/take-back.ts";
import { NotFound, Refusal } from "#lib/refusal.ts";
import { aGuide, zone } from "#tests/arcs/a-practice.ts";
import { aSharedReflection, beforeIt, calmAnswers } from "#tests/support/asked.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, type Client } from "#tests/support/people.ts";
import { day, dayFrom, daysOf, holding, holdsOf, hour, now, overridesOfDay, wishOn } from "./held-days.ts";

const database = onFreshDatabase();
beforeAll(() => ensureQuestions(database.url, 0));
afterAll(() => stopJobs(1_000));

type Act = "share_holding" | "share_calm" | "open" | "take_back" | "put_back" | "settle" | "undo" | Booking;
type Booking = "ask" | "confirm" | "confirm_with_reason" | "book" | "book_with_reason";

test("whatever is shared, taken back, settled and booked, no day is had while a talk is due, but by a written reason", {
  timeout: 120_000,
}, async () => {
  const seen = new Set<string>();
  const acts = fc.array(
    fc.constantFrom<Act>(
      ...([
        "share_holding",
        "share_holding",
        "share_calm",
        "open",
        "take_back",
        "put_back",
        "settle",
        "undo",
      ] as const),
      ...(["ask", "ask", "confirm", "confirm_with_reason", "book", "book_with_reason"] as const),
    ),
    { minLength: 8, maxLength: 24 },
  );
  await fc.assert(
    fc.asyncProperty(acts, async (all) => {
      const guide = await aGuide();
      const ada = await aClient({ zone });
      const soon = Math.ceil(now() / hour) * hour + day;
      const talk = await aBooking({ for: ada, with: guide.coach, type: guide.preparation, start: soon });
      const world = { guide, ada, talk, shares: [] as string[], asked: [] as string[], days: 20 };
      for (const act of all) {
        const isHeld = (await holdsOf(ada)).length > 0;
        const before = await daysOf(guide.coach.id);
        const refusal = await play(act, world).then(
          () => undefined,
          (error: unknown) => {
            if (error instanceof Refusal || error instanceof NotFound) return error;
            throw error;
          },
        );
        const after = await daysOf(guide.coach.id);
        const opened = [...after].filter(([id, status]) => before.get(id) !== status);
        const isBooking = /^(ask|confirm|book)/.test(act);
        const became = isBooking && opened.length === 0 ? "nothing" : "done";
        seen.add(`${act} ${isHeld ? "held" : "free"} ${refusal ? "refused" : became}`);
        if (!isHeld || opened.length === 0) continue;
        for (const [id, status] of opened) {
          expect(status, act).toBe("confirmed");
          expect(await overridesOfDay(id), act).toEqual([expect.stringContaining("flags")]);
        }
      }
    }),
    { numRuns: 25 },
  );
  // Each was looked at: what is held is refused, what is free is done.
  for (const one of [
    "ask held refused",
    "ask free done",
    "confirm_with_reason held done",
    "settle held done",
  ])
    expect(seen, [...seen].sort().join("\n")).toContain(one);
  expect([...seen]).not.toContain("ask held done");
  expect([...seen]).not.toContain("confirm held done");
  expect([...seen]).not.toContain("book held done");
});

test("the check finds a day that was had while a talk was due", async () => {
  const { coach, guidance, preparation } = await aGuide();
  const ada = await aClient({ zone });
  const soon = Math.ceil(now() / hour) * hour + day;
  const talk = await aBooking({ for: ada, with: coach, type: preparation, start: soon });
  await aSharedReflection(ada, beforeIt(talk), { ...calmAnswers.preparation, changes: holding });
  expect(await holdsOf(ada)).not.toEqual([]);
  const id = await aBooking({ for: ada, with: coach, type: guidance, start: dayFrom(25), minutes: 480 });
  expect([...(await daysOf(coach.id))]).toEqual([[id, "confirmed"]]);
  expect(await overridesOfDay(id)).toEqual([]);
});

type World = {
  guide: Awaited<ReturnType<typeof aGuide>>;
  ada: Client;
  talk: string;
  shares: string[];
  asked: string[];
  days: number;
};

async function play(act: Act, world: World): Promise<unknown> {
  const { guide, ada, talk, shares } = world;
  const { coach } = guide;
  const share = shares.at(-1);
  if (act === "share_holding" || act === "share_calm") {
    const changes = act === "share_holding" ? holding : ["nothing"];
    const answers = { ...calmAnswers.preparation, focus: `Words ${now()} ${shares.length}`, changes };
    return shares.push(await aSharedReflection(ada, beforeIt(talk), answers));
  }
  if (act === "open") return share && openReflection(coach, share, now());
  if (act === "take_back") return share && takeBack(ada, share, now());
  if (act === "put_back") return share && undoTakingBack(ada, share, now());
  if (act === "settle" || act === "undo") {
    for (const id of await holdsOf(ada, act === "undo"))
      await (act === "settle"
        ? settleFlag(coach, id, { words: "Talked." }, now())
        : undoSettling(coach, id, now()));
    return undefined;
  }
  world.days += 3;
  const start = dayFrom(world.days % 80);
  if (act === "ask") {
    const { bookingId } = await askForArc(ada, wishOn(guide, start), undefined, now());
    return world.asked.push(bookingId);
  }
  const reason = act.endsWith("with_reason") ? "We spoke by phone." : undefined;
  if (act === "confirm" || act === "confirm_with_reason") {
    const bookingId = world.asked.pop();
    return bookingId && confirmRequest(coach, bookingId, now(), reason);
  }
  const [row] = await asSystem("a test looks", (tx) =>
    tx.select({ journeyId: bookings.journeyId }).from(bookings).where(eq(bookings.id, talk)),
  );
  const input = { journeyId: row?.journeyId ?? "", typeId: guide.guidance, start, mail: false, despite: [] };
  return bookForClient(coach, { ...input, reason }, undefined, now());
}
