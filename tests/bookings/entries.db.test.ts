import { eq } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { messages } from "#db/schema/index.ts";
import { agreeToMeeting } from "#lib/bookings/commands/agree-to-meeting.ts";
import { confirmRequest, declineRequest } from "#lib/bookings/commands/answer-request.ts";
import { moveBooking } from "#lib/bookings/commands/move-booking.ts";
import { moveForClient } from "#lib/bookings/commands/move-for-client.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { payloadPlace } from "#lib/mail/payload.ts";
import { settings } from "#lib/running/settings.ts";
import { unseal } from "#lib/sealed/seal.ts";
import { storedBooking } from "#tests/bookings/look.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType, type Client } from "#tests/support/people.ts";

onFreshDatabase();
afterAll(() => stopJobs(1_000));

const day = 86_400_000;
const now = Date.parse("2026-12-01T08:00:00Z");
const start = Date.parse("2026-12-03T10:00:00Z");
const to = (time: number) => ({ start: time, zone: "Europe/Lisbon" });

/** "REQUEST 1" for each letter to this person that carries an entry, and what is said of the calendar in its words. */
async function entriesTo({ id }: Client): Promise<string[]> {
  const rows = await asSystem("a test looks", (tx) =>
    tx.select().from(messages).where(eq(messages.recipientId, id)).orderBy(messages.createdAt),
  );
  return rows.map((row) => {
    const body = unseal(settings().encryptionKeys, row.payload ?? Buffer.of(), payloadPlace(row.id));
    const { attachments, text } = JSON.parse(body.toString()) as {
      attachments?: { content: string }[];
      text: string;
    };
    const entry = Buffer.from(attachments?.[0]?.content ?? "", "base64").toString();
    const [, method = "none"] = /METHOD:(\w+)/.exec(entry) ?? [];
    const [, sequence = ""] = /SEQUENCE:(\d+)/.exec(entry) ?? [];
    const said = /takes\s+the\s+old\s+time\s+out/.test(text)
      ? " out"
      : /moves\s+the\s+entry/.test(text)
        ? " moves"
        : "";
    return `${method} ${sequence}${said}`.trim();
  });
}

async function aCouple(status: "confirmed" | "requested" = "confirmed") {
  const [jo, ute, sol] = [await aClient(), await aClient(), await aCoach()];
  const type = await aType(sol, { kind: "couple", mode: "request", openTo: "couples" });
  return { jo, ute, sol, id: await aBooking({ for: [jo, ute], with: sol, type, start, status }) };
}

describe("the calendar entry of a session of two", () => {
  test("goes when one of them asks for another time, since the old one is not kept", async () => {
    const { jo, ute, id } = await aCouple();
    await moveBooking(jo, id, to(start + day), now);
    expect(await entriesTo(jo)).toEqual(["CANCEL 1 out"]);
    expect(await entriesTo(ute)).toEqual(["CANCEL 1 out"]);
  });

  test("comes back with a higher number once that is confirmed", async () => {
    const { jo, ute, sol, id } = await aCouple();
    await moveBooking(jo, id, to(start + day), now);
    for (const one of [jo, ute]) await agreeToMeeting(one, id, now);
    await confirmRequest(sol, id, now);
    expect(await entriesTo(ute)).toEqual(["CANCEL 1 out", "REQUEST 2"]);
    expect(await storedBooking(id)).toMatchObject({ status: "confirmed", icsSequence: 2 });
  });

  test("is not there any more when that is declined", async () => {
    const { jo, sol, id } = await aCouple();
    await moveBooking(jo, id, to(start + day), now);
    await declineRequest(sol, id, "I am away then", now);
    expect(await entriesTo(jo)).toEqual(["CANCEL 1 out", "none"]);
  });
});

test("what was only asked for is in no calendar, even when the coach moves it", async () => {
  const { jo, sol, id } = await aCouple("requested");
  await moveForClient(sol, id, { start: start + day, mail: true, despite: [], reason: undefined }, now);
  expect(await entriesTo(jo)).toEqual(["none"]);
  await moveBooking(jo, id, to(start + 2 * day), now);
  expect(await entriesTo(jo)).toEqual(["none", "none"]);
});
