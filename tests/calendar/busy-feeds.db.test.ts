import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { asSystem, asViewer } from "#db/client.ts";
import { auditLog, busyFeeds, busyTimes } from "#db/schema/index.ts";
import { listFreeTimes } from "#lib/bookings/free-times.ts";
import {
  addBusyFeed,
  changeBusyFeed,
  lookAgain,
  removeBusyFeed,
  restoreBusyFeed,
} from "#lib/calendar/busy/commands.ts";
import { listBusyFeeds } from "#lib/calendar/busy/queries.ts";
import { refreshDueFeeds } from "#lib/calendar/busy/refresh-feeds.ts";
import { addressPlace } from "#lib/calendar/busy/sealed-places.ts";
import { settings } from "#lib/running/settings.ts";
import { unseal } from "#lib/sealed/seal.ts";
import { aBusyFeed, storedFeed } from "#tests/support/busy-feeds.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType, type Coach } from "#tests/support/people.ts";
import { address, calendarOf, hour, hourFrom, onCalendarHost, tomorrow } from "./calendar-stage.ts";

onFreshDatabase();
const host = onCalendarHost();

const auditOf = ({ id }: Coach) =>
  asSystem("a test looks", async (tx) =>
    (await tx.select({ action: auditLog.action }).from(auditLog).where(eq(auditLog.actorId, id))).map(
      (row) => row.action,
    ),
  );

describe("a coach who adds another calendar", () => {
  test("sees it waiting at once, then read, and nobody can book what is busy there", async () => {
    const coach = await aCoach();
    const type = await aType(coach);
    host.serve(calendarOf(tomorrow));
    const id = await addBusyFeed(coach, { name: "Private", address: address.replace("https", "webcal") });
    expect(await listBusyFeeds(coach)).toEqual([
      {
        id,
        name: "Private",
        host: "calendar.example.org",
        state: "new",
        problem: null,
        checkedAt: null,
        goodAt: null,
      },
    ]);
    const before = Date.now();
    expect(await refreshDueFeeds(host.reach())).toBe(1);
    const [listed] = await listBusyFeeds(coach);
    expect(listed).toMatchObject({ id, state: "good", problem: null });
    expect(listed?.goodAt).toBeGreaterThanOrEqual(before);
    expect((await storedFeed(id)).busy).toEqual([hourFrom(tomorrow)]);
    const date = new Date(tomorrow).toISOString().slice(0, 10);
    const free = await listFreeTimes({ typeId: type, from: date, days: 1, zone: "UTC" }, Date.now());
    const starts = free.days[0]?.starts.map((start) => Date.parse(start)) ?? [];
    expect(starts).toContain(tomorrow - hour);
    expect(starts).not.toContain(tomorrow);
    expect(await auditOf(coach)).toEqual(["calendar.feed_added"]);
  });

  test("has its address sealed, and it comes out nowhere", async () => {
    const coach = await aCoach();
    const id = await addBusyFeed(coach, { name: "Private", address });
    const { feed } = await storedFeed(id);
    expect(String(feed?.url)).not.toContain("secret");
    expect(JSON.stringify([feed, await listBusyFeeds(coach)])).not.toContain("secret");
    expect(unseal(settings().encryptionKeys, feed?.url ?? Buffer.of(), addressPlace(id)).toString()).toBe(
      address,
    );
  });

  test.each([
    ["http://calendar.example.org/", "not secure"],
    ["https://10.0.0.1/", "open Internet"],
    ["https://calendar.example.org:8443/", "open Internet"],
    ["calendar", "whole address"],
  ])("is told what is wrong with %s", async (wrong, words) => {
    const coach = await aCoach();
    await expect(addBusyFeed(coach, { name: "Private", address: wrong })).rejects.toMatchObject({
      name: "Refusal",
      status: 422,
      field: "address",
      message: expect.stringContaining(words),
    });
    expect(await listBusyFeeds(coach)).toEqual([]);
  });

  test("has ten at most, also when they come at once", async () => {
    const coach = await aCoach();
    const added = await Promise.allSettled(
      Array.from({ length: 12 }, () => addBusyFeed(coach, { name: "Private", address })),
    );
    expect(added.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
    expect(await listBusyFeeds(coach)).toHaveLength(10);
  });
});

describe("a calendar of one's own", () => {
  test("can be named anew, read again, removed and put back", async () => {
    const coach = await aCoach();
    host.serve(calendarOf(tomorrow));
    const id = await addBusyFeed(coach, { name: "Private", address });
    await host.look();
    await changeBusyFeed(coach, id, { name: "Family" });
    expect(await listBusyFeeds(coach)).toMatchObject([{ name: "Family", state: "good" }]);
    await lookAgain(coach, id);
    expect(await listBusyFeeds(coach)).toMatchObject([{ state: "new" }]);
    expect((await storedFeed(id)).busy).toHaveLength(1);
    await host.look();
    const undo = await removeBusyFeed(coach, id);
    expect(undo).not.toContain("secret");
    expect(
      await asSystem("a test looks", (tx) => tx.$count(busyTimes, eq(busyTimes.coachId, coach.id))),
    ).toBe(0);
    const restored = await restoreBusyFeed(coach, undo);
    await host.look();
    expect((await storedFeed(restored)).busy).toEqual([hourFrom(tomorrow)]);
    expect(await auditOf(coach)).toEqual([
      "calendar.feed_added",
      "calendar.feed_named",
      "calendar.feed_removed",
      "calendar.feed_added",
    ]);
  });

  test("is not there for another coach, nor for a client", async () => {
    const [sol, kim, ada] = [await aCoach(), await aCoach(), await aClient()];
    const id = await aBusyFeed(sol, { busy: [hourFrom(tomorrow)] });
    const notThere = { name: "NotFound" };
    for (const theirs of [id, randomUUID()]) {
      await expect(changeBusyFeed(kim, theirs, { name: "Mine" })).rejects.toMatchObject(notThere);
      await expect(changeBusyFeed(kim, theirs, { name: "Mine", address })).rejects.toMatchObject(notThere);
      await expect(lookAgain(kim, theirs)).rejects.toMatchObject(notThere);
      await expect(removeBusyFeed(kim, theirs)).rejects.toMatchObject(notThere);
    }
    expect(await listBusyFeeds(kim)).toEqual([]);
    const undo = await removeBusyFeed(sol, id);
    await expect(restoreBusyFeed(kim, undo)).rejects.toMatchObject({ name: "Refusal", code: "no_undo" });
    await aBusyFeed(sol, { busy: [hourFrom(tomorrow)] });
    // Nobody's WHERE: what a query sees when its author has forgotten every check.
    for (const [one, count] of [
      [sol, 1],
      [kim, 0],
      [ada, 0],
    ] as const)
      expect(
        await asViewer(one, async (tx) => [await tx.$count(busyFeeds), await tx.$count(busyTimes)]),
      ).toEqual([count, count]);
    await expect(
      asViewer(kim, (tx) =>
        tx.insert(busyFeeds).values({ coachId: sol.id, name: "x", host: "x", url: Buffer.of(1) }),
      ),
    ).rejects.toMatchObject({ code: "42501" });
  });
});
