import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { bookings, reflectionShares, reflectionTemplates } from "#db/schema/index.ts";
import { ensureQuestions } from "#lib/questions/shipped-sets.ts";
import { pathOf } from "#lib/reflections/asked/about.ts";
import { listOpen } from "#lib/reflections/asked/open-now.ts";
import { takeBack } from "#lib/reflections/take-back.ts";
import { aReflection, aSharedReflection, beforeIt, calmAnswers } from "#tests/support/asked.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType, type Client } from "#tests/support/people.ts";

const database = onFreshDatabase();
const hour = 3_600_000;
const day = 24 * hour;
const at = (iso: string) => Date.parse(iso);
const start = at("2026-12-08T10:00:00Z");

beforeAll(() => ensureQuestions(database.url, 0));

type Kind = NonNullable<Parameters<typeof aType>[1]>["kind"];

async function aMeeting(kind: Kind = "preparation") {
  const [ada, sol] = [await aClient({ zone: "Europe/Lisbon" }), await aCoach({ name: "Sol" })];
  const minutes = kind === "guidance" ? 360 : 60;
  const type = await aType(sol, { kind, minutes });
  return { ada, sol, booking: await aBooking({ for: ada, with: sol, type, start, minutes }) };
}

const pages = async (client: Client, now: number) =>
  (await listOpen(client, now)).map(({ about }) => pathOf(about).split("/").slice(3).join("/"));

describe("what a client can answer now", () => {
  test("is what is asked before a session, from three days before until it is over", async () => {
    const { ada, booking } = await aMeeting();
    expect(await pages(ada, start - 3 * day - 1)).toEqual([]);
    expect(await listOpen(ada, start - 3 * day)).toEqual([
      {
        about: { bookingId: booking, kind: "session", day: null },
        session: { start, end: start + hour, coachName: "Sol" },
        minutes: 8,
        writtenAt: undefined,
        share: undefined,
      },
    ]);
    expect(await pages(ada, start + hour - 1)).toEqual(["reflection"]);
    expect(await pages(ada, start + hour)).toEqual([]);
  });

  test("is asked once more on the day of guidance, and after it one check-in at a time", async () => {
    const { ada } = await aMeeting("guidance");
    expect(await pages(ada, start - day)).toEqual(["reflection"]);
    expect(await pages(ada, start - 1)).toEqual(["today", "reflection"]);
    expect(await pages(ada, start)).toEqual(["reflection"]);
    expect(await pages(ada, at("2026-12-09T08:59Z"))).toEqual([]);
    expect(await pages(ada, at("2026-12-09T09:00Z"))).toEqual(["check-in/1"]);
    expect(await pages(ada, at("2026-12-11T09:00Z"))).toEqual(["check-in/3"]);
    expect(await pages(ada, at("2027-12-08T09:00Z"))).toEqual(["check-in/365"]);
    expect(await pages(ada, at("2028-01-07T09:00Z"))).toEqual([]);
  });

  test("is nothing beside what is off, asked for, or a first conversation, nor what a set no longer asks", async () => {
    const [first, off, asked, archived] = [
      await aMeeting("first_conversation"),
      await aMeeting(),
      await aMeeting(),
      await aMeeting("mentorship"),
    ];
    const change = (id: string, values: Partial<typeof bookings.$inferInsert>) =>
      asSystem("a test changes it", (tx) => tx.update(bookings).set(values).where(eq(bookings.id, id)));
    await change(off.booking, { status: "cancelled", cancelledAt: 0 });
    await change(asked.booking, { status: "requested" });
    expect(await pages(archived.ada, start - day)).toEqual(["reflection"]);
    await asSystem("a test archives", (tx) =>
      tx.update(reflectionTemplates).set({ archivedAt: 0 }).where(eq(reflectionTemplates.kind, "mentorship")),
    );
    for (const { ada } of [first, off, asked, archived]) expect(await pages(ada, start - day)).toEqual([]);
  });

  test("is nobody else's", async () => {
    const { sol } = await aMeeting();
    const [jo, ute, bea] = [await aClient(), await aClient(), await aClient()];
    const type = await aType(sol, { kind: "couple" });
    await aBooking({ for: [jo, ute], with: sol, type, start: start + 2 * hour });
    for (const person of [jo, ute]) expect(await pages(person, start)).toEqual(["reflection"]);
    expect(await pages(bea, start)).toEqual([]);
  });

  test("says how far it has come: begun, shared, opened, changed since, and taken back", async () => {
    const { ada, booking } = await aMeeting();
    const [other] = [await aClient()];
    const stands = async () => {
      const [open] = await listOpen(ada, start - hour);
      return [open?.writtenAt, open?.share?.isNewest, open?.share?.openedAt];
    };
    const calm = { ...calmAnswers.preparation };
    await aReflection(ada, beforeIt(booking), { focus: "A few words." }, start - day);
    expect(await stands()).toEqual([start - day, undefined, undefined]);
    const shareId = await aSharedReflection(ada, beforeIt(booking), calm, { now: start - day + hour });
    expect(await stands()).toEqual([start - day + hour, true, null]);
    await asSystem("a test opens it", (tx) =>
      tx.update(reflectionShares).set({ openedAt: start - 5 * hour }),
    );
    await aReflection(ada, beforeIt(booking), { focus: "Other words." }, start - 4 * hour);
    expect(await stands()).toEqual([start - 4 * hour, false, start - 5 * hour]);
    await takeBack(ada, shareId, start - 3 * hour);
    expect(await stands()).toEqual([start - 4 * hour, undefined, undefined]);
    expect(await listOpen(other, start - hour)).toEqual([]);
  });
});
