import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { moveBooking } from "#lib/bookings/commands/move-booking.ts";
import { listTimesToMove } from "#lib/bookings/move-times.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { anArc, best, hour, iso, now, theDay, zone } from "#tests/arcs/a-practice.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType, type Client } from "#tests/support/people.ts";

onFreshDatabase();
afterAll(() => stopJobs(1_000));

const start = Date.parse("2026-12-03T10:00:00Z");
const oneDay = { from: "2026-12-03", days: 1, zone: "UTC" };

async function aSession(details: Parameters<typeof aType>[1] = {}) {
  const [ada, sol] = [await aClient(), await aCoach()];
  const type = await aType(sol, { cutOff: 60, ...details });
  const id = await aBooking({ with: sol, type, start, for: ada });
  return { ada, sol, type, id };
}

const startsOf = ({ days }: Awaited<ReturnType<typeof listTimesToMove>>) =>
  days.flatMap(({ starts }) => starts);

describe("the times that a session can be moved to", () => {
  test("are those that moving accepts: its own time stands in nobody's way, another's does", async () => {
    const { ada, sol, type, id } = await aSession({ step: 30 });
    await aBooking({ with: sol, type, start: start + 3 * hour, for: await aClient() });
    const starts = startsOf(await listTimesToMove(ada, id, oneDay, now));
    expect(starts).toContain(iso(start + hour / 2));
    expect(starts).not.toContain(iso(start + 3 * hour));
    await moveBooking(ada, id, { start: start + hour / 2, zone }, now);
  });

  test("do not list the time that it has", async () => {
    const { ada, id } = await aSession();
    expect(startsOf(await listTimesToMove(ada, id, oneDay, now))).not.toContain(iso(start));
  });

  test("are there for a kind that is not offered any more", async () => {
    const { ada, id } = await aSession({ offered: false });
    expect(startsOf(await listTimesToMove(ada, id, oneDay, now))).toContain(iso(start + hour));
  });

  test("are nobody else's to see, and are not there when it is too late or off", async () => {
    const { ada, sol, type, id } = await aSession();
    const strangers: [Client, string][] = [
      [await aClient(), id],
      [ada, randomUUID()],
    ];
    for (const [client, one] of strangers)
      await expect(listTimesToMove(client, one, oneDay, now)).rejects.toMatchObject({ name: "NotFound" });
    await expect(listTimesToMove(ada, id, oneDay, start - hour + 1)).rejects.toMatchObject({
      code: "too_late",
    });
    const off = await aBooking({ with: sol, type, start: start + hour, for: ada, status: "cancelled" });
    await expect(listTimesToMove(ada, off, oneDay, now)).rejects.toMatchObject({ code: "not_movable" });
  });

  test("are told by the days of a zone that there is, and no other", async () => {
    const { ada, id } = await aSession();
    const { days } = await listTimesToMove(ada, id, { ...oneDay, zone: "Asia/Tokyo" }, now);
    expect(days).toMatchObject([{ date: "2026-12-03" }]);
    expect(days[0]?.starts[0]).toBe("2026-12-02T15:00:00.000Z");
    await expect(listTimesToMove(ada, id, { ...oneDay, zone: "Mars/Olympus" }, now)).rejects.toMatchObject({
      status: 422,
      field: "zone",
    });
  });

  test("keep a session in its place around its day", async () => {
    const { ada, idOf } = await anArc({ steps: ["after_week"] });
    const asked = { from: "2027-01-16", days: 21, zone: "UTC" };
    const starts = startsOf(await listTimesToMove(ada, idOf("after_week"), asked, now));
    expect(starts.map((one) => one.slice(0, 10)).filter((date, at, all) => date !== all[at - 1])).toEqual([
      "2027-01-20",
      "2027-01-21",
      "2027-01-22",
      "2027-01-23",
      "2027-01-24",
    ]);
  });

  test("of a day do not count what moves along with it as in the way", async () => {
    const { ada, bookingId } = await anArc({ steps: ["after_days"] });
    const asked = { from: iso(best.after_days).slice(0, 10), days: 1, zone: "UTC" };
    expect(best.after_days - theDay).toBe(48 * hour);
    expect(startsOf(await listTimesToMove(ada, bookingId, asked, now))).toContain(iso(best.after_days));
  });
});
