import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { bookings, lessonProgress, lessonSuggestions, messages } from "#db/schema/index.ts";
import { removeSuggestion, restoreSuggestion } from "#lib/lessons/suggestions/commands.ts";
import { sendSuggestions } from "#lib/lessons/suggestions/send-due.ts";
import { claimMessage } from "#lib/mail/claim.ts";
import { howItWent } from "#lib/mail/log/how-it-went.ts";
import { onPostOffice } from "#tests/mail/post-office.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { aLesson } from "#tests/support/lessons.ts";
import { aClient, aCoach, aType } from "#tests/support/people.ts";
import { aSuggestion } from "#tests/support/suggestions.ts";

onPostOffice();
const hour = 3_600_000;
const day = 24 * hour;
const start = Date.parse("2026-12-08T18:00:00Z");
const due = Date.parse("2026-12-03T09:00:00Z");
const later = due + hour;

let lesson: Awaited<ReturnType<typeof aLesson>>;
beforeAll(async () => {
  lesson = await aLesson();
});

/** A letter that is planned and has not gone yet. */
async function aWaitingLetter() {
  const [ada, sol] = [await aClient(), await aCoach()];
  const booking = await aBooking({ for: ada, with: sol, type: await aType(sol), start });
  const suggestion = await aSuggestion({ by: sol, for: ada, booking, days: -5, lesson: lesson.slug });
  await sendSuggestions(due);
  const [letter] = await asSystem("a test looks", (tx) =>
    tx.select({ id: messages.id }).from(messages).where(eq(messages.recipientId, ada.id)),
  );
  return { ada, sol, booking, suggestion, letter: letter?.id ?? "" };
}
type Waiting = Awaited<ReturnType<typeof aWaitingLetter>>;

const goes = async ({ letter }: Waiting, now = later) =>
  !("ended" in ((await claimMessage(letter, now)) ?? {}));
const answer = ({ ada }: Waiting, state: "opened" | "done_for_now" | "set_aside") =>
  asSystem("a test answers", (tx) =>
    tx.insert(lessonProgress).values({ clientId: ada.id, lessonId: lesson.id, state, changedAt: due + 1 }),
  );
const change = ({ booking }: Waiting, values: Partial<typeof bookings.$inferInsert>) =>
  asSystem("a test changes it", (tx) => tx.update(bookings).set(values).where(eq(bookings.id, booking)));
const at = (begin: number) => ({ during: { start: begin, end: begin + hour } });
const movedTo = (begin: number) => ({ ...at(begin), occupied: at(begin).during });

describe("a mail about a lesson, looked at once more before it goes,", () => {
  test("goes where all is as it was, and where the session moved to another hour of its day", async () => {
    expect(await goes(await aWaitingLetter())).toBe(true);
    const moved = await aWaitingLetter();
    await change(moved, movedTo(start - 2 * hour));
    expect(await goes(moved)).toBe(true);
    const opened = await aWaitingLetter();
    await answer(opened, "opened");
    expect(await goes(opened)).toBe(true);
  });

  test.each<[string, (waiting: Waiting) => Promise<unknown>]>([
    ["the session moved to another day", (one) => change(one, movedTo(start + day))],
    ["the session was cancelled", (one) => change(one, { status: "cancelled", cancelledAt: due })],
    ["its reader is done with it", (one) => answer(one, "done_for_now")],
    ["its reader set it aside", (one) => answer(one, "set_aside")],
    ["the coach took it away", ({ sol, suggestion }) => removeSuggestion(sol, suggestion)],
    [
      "another one has come due since",
      ({ sol, ada, booking }) =>
        aSuggestion({ by: sol, for: ada, booking, days: -4, lesson: lesson.slug }).then(() => {}),
    ],
  ])("is dropped where %s", async (_, happens) => {
    const waiting = await aWaitingLetter();
    await happens(waiting);
    expect(await goes(waiting, due + day + hour)).toBe(false);
    const [row] = await asSystem("a test looks", (tx) =>
      tx.select().from(messages).where(eq(messages.id, waiting.letter)),
    );
    expect(row).toMatchObject({ state: "dropped", payload: null, lastError: "outdated" });
    // A coach who reads the log does not learn which of them it was.
    const ended = { state: "dropped" as const, lastError: row?.lastError ?? null, createdAt: due };
    const untold = { delivery: null, deliveryAt: null, notBefore: null, sentAt: null };
    expect(howItWent({ ...ended, ...untold }, later).more).toBe("It was no longer of use.");
  });

  test("is dropped once the session has begun", async () => {
    const waiting = await aWaitingLetter();
    expect(await goes(waiting, start)).toBe(false);
  });

  test("goes where it was taken away and put back", async () => {
    const waiting = await aWaitingLetter();
    const undo = await removeSuggestion(waiting.sol, waiting.suggestion);
    await restoreSuggestion(waiting.sol, undo);
    await sendSuggestions(later);
    expect(await goes(waiting)).toBe(true);
    const { ada } = waiting;
    const count = await asSystem("a test looks", (tx) =>
      tx.$count(messages, eq(messages.recipientId, ada.id)),
    );
    expect(count).toBe(1);
  });

  test("goes when a coach sends it again, as long as it is still what is shown", async () => {
    for (const isGone of [false, true]) {
      const waiting = await aWaitingLetter();
      const id = crypto.randomUUID();
      await asSystem("a test sends it again", (tx) =>
        tx.insert(messages).values({
          id,
          kind: "lesson_suggested",
          dedupe: `again:${waiting.letter}`,
          recipientId: waiting.ada.id,
          payload: Buffer.alloc(1),
          lane: "reminder",
        }),
      );
      if (isGone) await asSystem("a test", (tx) => tx.delete(lessonSuggestions));
      expect(await goes({ ...waiting, letter: id })).toBe(!isGone);
    }
  });
});
