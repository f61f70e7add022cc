import { describe, expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { bookings } from "#db/schema/index.ts";
import { listSessionsAhead, listSessionsBefore, listSessionsWith } from "#lib/bookings/own-sessions.ts";
import type { Place } from "#lib/bookings/place-in-list.ts";
import { aBooking, aHold } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType, type Client } from "#tests/support/people.ts";

onFreshDatabase();

const hour = 3_600_000;
const now = Date.parse("2026-12-01T08:00:00Z");

async function aWorld() {
  const [client, coach] = [await aClient(), await aCoach()];
  const type = await aType(coach);
  const session = (start: number, more: object = {}) =>
    aBooking({ for: client, with: coach, type, start, ...more });
  return { client, coach, type, session };
}

const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

/** Page after page, as the links lead. */
async function pagesOf(client: Client) {
  const pages: string[][] = [];
  let place: Place | undefined;
  do {
    const { sessions, rest } = await listSessionsBefore(client, place, now);
    pages.push(idsOf(sessions));
    place = rest;
  } while (place);
  return pages;
}

describe("a client's sessions", () => {
  test("ahead are those that are fixed or asked for and not over, soonest first; the rest is before", async () => {
    const { client, coach, type, session } = await aWorld();
    const later = await session(now + 5 * hour, { status: "requested" });
    const off = await session(now + 3 * hour, { status: "cancelled" });
    const running = await session(now - hour / 2);
    const unmarked = await session(now - 2 * hour);
    const done = await session(now - 4 * hour, { status: "completed" });
    await aBooking({ for: await aClient(), with: coach, type, start: now + 9 * hour });
    await aHold({ email: client.email, with: coach, type, start: now + 7 * hour, until: now + hour });
    expect(idsOf(await listSessionsAhead(client, now))).toEqual([running, later]);
    expect(await pagesOf(client)).toEqual([[off, unmarked, done]]);
  });

  test("with one coach are all of them, oldest first, and no other's", async () => {
    const { client, coach, session } = await aWorld();
    const [second, first] = [await session(now + hour), await session(now - hour, { status: "cancelled" })];
    const other = await aCoach();
    await aBooking({ for: client, with: other, type: await aType(other), start: now + 5 * hour });
    expect(idsOf(await listSessionsWith(client, coach.id))).toEqual([first, second]);
  });

  test("of years come in pages of 50, each once, in one order, however many begin together", async () => {
    const { client, session } = await aWorld();
    const made: { id: string; start: number }[] = [];
    // Two times that were cancelled again and again lie across the ends of the pages.
    const startOf = (at: number) => now - hour * (at > 40 && at < 60 ? 50 : at > 90 && at < 110 ? 100 : at);
    for (let at = 1; at <= 120; at++) {
      const start = startOf(at);
      made.push({ id: await session(start, { status: "cancelled" }), start });
    }
    const sorted = made.toSorted((a, b) => b.start - a.start || (a.id < b.id ? 1 : -1)).map(({ id }) => id);
    const pages = await pagesOf(client);
    expect(pages.map((page) => page.length)).toEqual([50, 50, 20]);
    expect(pages.flat()).toEqual(sorted);
  });

  test("leave nothing out, and show nothing twice, when one is added while somebody reads", async () => {
    const { client, session } = await aWorld();
    for (let at = 1; at <= 60; at++) await session(now - at * hour, { status: "cancelled" });
    const before = (await pagesOf(client)).flat();
    const { sessions, rest } = await listSessionsBefore(client, undefined, now);
    await session(now - hour / 2, { status: "cancelled" });
    const following = await listSessionsBefore(client, rest, now);
    expect([...idsOf(sessions), ...idsOf(following.sessions)]).toEqual(before);
  });

  test("are nobody else's, by a place in another's list either", async () => {
    const { client, session } = await aWorld();
    const id = await session(now - hour, { status: "completed" });
    const place = { start: now, id };
    expect(idsOf((await listSessionsBefore(client, place, now)).sessions)).toEqual([id]);
    expect(await listSessionsBefore(await aClient(), place, now)).toEqual({ sessions: [], rest: undefined });
    expect(await asSystem("a test counts", (tx) => tx.$count(bookings))).toBeGreaterThan(0);
  });
});
