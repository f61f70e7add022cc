import { and, eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { messages } from "#db/schema/index.ts";
import { saveWeeklyHours } from "#lib/availability/commands/save-weekly-hours.ts";
import { addBusyFeed, changeBusyFeed } from "#lib/calendar/busy/commands.ts";
import { listBusyFeeds } from "#lib/calendar/busy/queries.ts";
import { claimFeed, refreshDueFeeds, refreshFeed } from "#lib/calendar/busy/refresh-feeds.ts";
import { payloadPlace } from "#lib/mail/payload.ts";
import { settings } from "#lib/running/settings.ts";
import { unseal } from "#lib/sealed/seal.ts";
import { storedBooking } from "#tests/bookings/look.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { aBusyFeed, storedFeed } from "#tests/support/busy-feeds.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType, type Coach } from "#tests/support/people.ts";
import {
  address,
  calendarOf,
  day,
  hour,
  hourFrom,
  minute,
  onCalendarHost,
  tomorrow,
} from "./calendar-stage.ts";

onFreshDatabase();
const host = onCalendarHost();

const lettersTo = (coach: Coach) =>
  asSystem("a test looks", (tx) =>
    tx
      .select({ id: messages.id, payload: messages.payload })
      .from(messages)
      .where(and(eq(messages.recipientId, coach.id), eq(messages.kind, "calendar_unread"))),
  );
describe("a calendar", () => {
  test("is replaced as a whole when it is read again", async () => {
    const coach = await aCoach();
    host.serve(calendarOf(tomorrow, tomorrow + 5 * hour));
    const id = await addBusyFeed(coach, { name: "Private", address });
    await host.look();
    host.serve(calendarOf(tomorrow + 2 * hour));
    await host.look(Date.now() + 16 * minute);
    expect((await storedFeed(id)).busy).toEqual([hourFrom(tomorrow + 2 * hour)]);
  });

  test("is looked at every quarter of an hour, by one process at a time", async () => {
    const coach = await aCoach();
    const now = Date.now();
    const id = await aBusyFeed(coach, { checkedAt: now - 14 * minute });
    expect(await claimFeed(now)).toBeUndefined();
    const claims = await Promise.all(Array.from({ length: 8 }, () => claimFeed(now + 2 * minute)));
    expect(claims.filter(Boolean).map((claim) => claim?.id)).toEqual([id]);
    expect(await claimFeed(now + 3 * minute)).toBeUndefined();
  });

  test("that was being read by a process that died is read soon after", async () => {
    const coach = await aCoach();
    await addBusyFeed(coach, { name: "Private", address });
    const now = Date.now();
    expect(await claimFeed(now)).toBeDefined();
    expect(await claimFeed(now + minute / 4)).toBeUndefined();
    expect(await claimFeed(now + minute)).toBeDefined();
  });

  test("that has not changed keeps its busy times, and is read in full once a day", async () => {
    const coach = await aCoach();
    const asked: unknown[] = [];
    host.serve((request, response) => {
      asked.push(request.headers["if-none-match"]);
      if (request.headers["if-none-match"] === '"1"') return void response.writeHead(304).end();
      response.writeHead(200, { etag: '"1"' }).end(calendarOf(tomorrow));
    });
    const id = await addBusyFeed(coach, { name: "Private", address });
    const noon = Math.floor(Date.now() / day) * day + day / 2;
    await host.look(noon);
    await host.look(noon + 20 * minute);
    const { feed, busy } = await storedFeed(id);
    expect(feed).toMatchObject({ state: "good", goodAt: noon + 20 * minute });
    expect(busy).toEqual([hourFrom(tomorrow)]);
    await host.look(noon + day);
    expect(asked).toEqual([undefined, '"1"', undefined]);
  });

  test("is read again at once when its coach lives by other clocks", async () => {
    const coach = await aCoach();
    await saveWeeklyHours(coach, { zone: "UTC", days: [] });
    const day = "BEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20991231\r\nEND:VEVENT";
    const date = new Date(tomorrow).toISOString().slice(0, 10);
    host.serve(
      `BEGIN:VCALENDAR\r\n${day.replace("20991231", date.replaceAll("-", ""))}\r\nEND:VCALENDAR\r\n`,
    );
    const id = await addBusyFeed(coach, { name: "Private", address });
    await host.look();
    expect(await claimFeed(Date.now())).toBeUndefined();
    await saveWeeklyHours(coach, { zone: "Asia/Kathmandu", days: [] });
    await host.look();
    const begins = Date.parse(`${date}T00:00:00+05:45`);
    expect((await storedFeed(id)).busy).toEqual([{ start: begins, end: begins + 24 * hour }]);
  });

  test("does not keep a session from moving that stands in it by our own mail", async () => {
    const [coach, ada] = [await aCoach(), await aClient()];
    const type = await aType(coach);
    const booking = await aBooking({ for: ada, with: coach, type, start: tomorrow });
    const uid = (await storedBooking(booking))?.icsUid ?? "";
    host.serve(calendarOf(tomorrow, tomorrow + 3 * hour).replace("UID:0", `UID:${uid}`));
    const id = await addBusyFeed(coach, { name: "Private", address });
    await host.look();
    expect(uid).not.toBe("");
    expect((await storedFeed(id)).busy).toEqual([hourFrom(tomorrow + 3 * hour)]);
  });

  test("whose address is changed while it is read takes nothing from the old one", async () => {
    const coach = await aCoach();
    host.serve(calendarOf(tomorrow));
    const id = await addBusyFeed(coach, { name: "Private", address });
    const claim = await claimFeed(Date.now());
    await changeBusyFeed(coach, id, { name: "Private", address: "https://other.example.org/" });
    if (claim) await refreshFeed(claim, host.reach());
    const { feed, busy } = await storedFeed(id);
    expect(feed).toMatchObject({ state: "new", host: "other.example.org", goodAt: null });
    expect(busy).toEqual([]);
  });
});

describe("a calendar that cannot be read", () => {
  test("keeps its busy times, says what is wrong, and is told by mail once", async () => {
    const coach = await aCoach({ zone: "Europe/Lisbon" });
    host.serve(calendarOf(tomorrow));
    const id = await addBusyFeed(coach, { name: "Ceremonies", address });
    const now = Date.now();
    await host.look(now);
    host.serve((_, response) => response.writeHead(403).end());
    await host.look(now + 20 * minute);
    await host.look(now + 40 * minute);
    const { feed, busy } = await storedFeed(id);
    expect(feed).toMatchObject({ state: "broken", problem: "login", goodAt: now, toldAt: now + 20 * minute });
    expect(busy).toEqual([hourFrom(tomorrow)]);
    expect((await listBusyFeeds(coach))[0]?.problem).toBe(
      "This address asks for a sign-in. Please use the secret or private one, which opens without.",
    );
    const letters = await lettersTo(coach);
    expect(letters).toHaveLength(1);
    const [letter] = letters;
    const mail = unseal(
      settings().encryptionKeys,
      letter?.payload ?? Buffer.of(),
      payloadPlace(letter?.id ?? ""),
    );
    const { subject, to, text } = JSON.parse(mail.toString()) as {
      subject: string;
      to: string[];
      text: string;
    };
    expect([subject, ...to]).toEqual(["A note from your portal", coach.email]);
    expect(text).toContain("asks for a sign-in");
    expect(text).toContain("It was last read on ");
    expect(text).not.toMatch(/ceremon|calendar\.example|secret=|key=/i);
  });

  test("is told again only when it was well in between", async () => {
    const coach = await aCoach();
    const id = await addBusyFeed(coach, { name: "Private", address });
    const now = Date.now();
    const [good, gone] = [calendarOf(tomorrow), undefined];
    for (const [at, what] of [gone, gone, good, gone, good].entries()) {
      host.serve(what ?? ((_, response) => response.writeHead(404).end()));
      await host.look(now + at * 20 * minute);
    }
    expect(await lettersTo(coach)).toHaveLength(2);
    expect((await storedFeed(id)).feed).toMatchObject({ state: "good", problem: null, toldAt: null });
  });

  test("is given an hour when it may come back by itself", async () => {
    const coach = await aCoach();
    const now = Date.now();
    const id = await aBusyFeed(coach, { address, goodAt: now, checkedAt: now });
    host.serve((_, response) => response.writeHead(502).end());
    await host.look(now + 20 * minute);
    expect((await storedFeed(id)).feed).toMatchObject({
      state: "broken",
      problem: "unreachable",
      toldAt: null,
    });
    await host.look(now + 61 * minute);
    expect(await lettersTo(coach)).toHaveLength(1);
  });

  test.each([
    ["is no calendar", "<p>Hello", "not_calendar"],
    [
      "asks too much",
      calendarOf(tomorrow).replace("DURATION", "RRULE:FREQ=SECONDLY\r\nDURATION"),
      "too_much",
    ],
    ["is cut off", calendarOf(tomorrow).slice(0, 60), "unreadable"],
  ])("keeps what was known when it %s", async (_, text, problem) => {
    const coach = await aCoach();
    const known = hourFrom(tomorrow + 7 * hour);
    const id = await aBusyFeed(coach, { address, checkedAt: Date.now() - hour, busy: [known] });
    host.serve(text);
    await host.look();
    const { feed, busy } = await storedFeed(id);
    expect(feed).toMatchObject({ state: "broken", problem });
    expect(busy).toEqual([known]);
  });

  test("that leads inside is not opened", async () => {
    const coach = await aCoach();
    const id = await addBusyFeed(coach, { name: "Private", address });
    const claim = await claimFeed(Date.now());
    if (claim) await refreshFeed(claim, host.reach({ "calendar.example.org": ["10.0.0.7"] }));
    expect((await storedFeed(id)).feed).toMatchObject({ state: "broken", problem: "inside" });
    expect(host.knocks()).toBe(0);
  });
});

test("a calendar that cannot be opened does not keep the others from being read", async () => {
  const coach = await aCoach();
  const broken = await aBusyFeed(coach, {
    checkedAt: Date.now() - hour,
    url: Buffer.from("not sealed by us"),
  });
  host.serve(calendarOf(tomorrow));
  const id = await aBusyFeed(coach, { address, checkedAt: Date.now() - hour / 2 });
  expect(await refreshDueFeeds(host.reach())).toBe(2);
  expect((await storedFeed(id)).feed?.state).toBe("good");
  expect((await storedFeed(broken)).feed).toMatchObject({ state: "good", toldAt: null });
});
