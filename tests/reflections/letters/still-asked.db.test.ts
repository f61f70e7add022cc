import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { messages } from "#db/schema/index.ts";
import { claimMessage } from "#lib/mail/claim.ts";
import { ensureQuestions } from "#lib/questions/shipped-sets.ts";
import { sendAsked } from "#lib/reflections/letters/send-due.ts";
import { openedLettersTo } from "#tests/bookings/opened-letters.ts";
import { onPostOffice } from "#tests/mail/post-office.ts";
import { beforeIt } from "#tests/support/asked.ts";
import {
  aGuidance,
  aMeeting,
  archiveKind,
  at,
  change,
  hour,
  movedTo,
  opens,
  share,
  start,
} from "./a-meeting.ts";

const office = onPostOffice();
const day = 24 * hour;

beforeAll(() => ensureQuestions(office.database.url, 0));

describe("a letter about questions, looked at once more before it goes,", () => {
  async function aWaitingLetter() {
    const meeting = await aMeeting();
    await sendAsked(opens);
    const [letter] = await asSystem("a test looks", (tx) =>
      tx.select({ id: messages.id }).from(messages).where(eq(messages.recipientId, meeting.ada.id)),
    );
    return { ...meeting, letter: letter?.id ?? "" };
  }
  type Waiting = Awaited<ReturnType<typeof aWaitingLetter>>;
  const goes = async (letter: string, now = opens + hour) =>
    !("ended" in ((await claimMessage(letter, now)) ?? {}));

  test("goes where all is as it was, and where the session moved within its day", async () => {
    expect(await goes((await aWaitingLetter()).letter)).toBe(true);
    const moved = await aWaitingLetter();
    await change(moved.booking, movedTo(start - 2 * hour));
    expect(await goes(moved.letter)).toBe(true);
  });

  test.each<[string, (waiting: Waiting) => Promise<unknown>]>([
    ["the session moved to another day", ({ booking }) => change(booking, movedTo(start + day))],
    [
      "the session was cancelled",
      ({ booking }) => change(booking, { status: "cancelled", cancelledAt: opens }),
    ],
    ["it was shared", ({ ada, booking }) => share(ada, beforeIt(booking), opens + 1)],
  ])("is dropped where %s", async (_, happens) => {
    const waiting = await aWaitingLetter();
    await happens(waiting);
    expect(await goes(waiting.letter)).toBe(false);
    const [row] = await asSystem("a test looks", (tx) =>
      tx.select().from(messages).where(eq(messages.id, waiting.letter)),
    );
    expect(row).toMatchObject({ state: "dropped", payload: null, lastError: "outdated" });
  });

  test("is dropped where the questions were archived, or the session has begun", async () => {
    const [archived, late] = [await aWaitingLetter(), await aWaitingLetter()];
    await archiveKind("preparation", opens);
    expect(await goes(archived.letter)).toBe(false);
    await archiveKind("preparation", null);
    expect(await goes(late.letter, start)).toBe(false);
  });

  test("about a check-in is dropped once that has closed", async () => {
    const { ada } = await aGuidance();
    const [opened, closed] = [at("2026-12-11T09:00:00Z"), at("2026-12-15T09:00:00Z")];
    await sendAsked(opened);
    const [letter] = await openedLettersTo(ada);
    expect(await goes(letter?.id ?? "", closed)).toBe(false);
  });

  test("goes when it is sent again, as long as it is still asked", async () => {
    for (const isShared of [false, true]) {
      const { letter, ada, booking } = await aWaitingLetter();
      const id = randomUUID();
      await asSystem("a test sends it again", (tx) =>
        tx.insert(messages).values({
          ...{ id, kind: "reflection_open", dedupe: `again:${letter}`, recipientId: ada.id },
          ...{ payload: Buffer.alloc(1), lane: "reminder" },
        }),
      );
      if (isShared) await share(ada, beforeIt(booking), opens + 1);
      expect(await goes(id)).toBe(!isShared);
    }
  });
});
