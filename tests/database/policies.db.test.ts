import { randomBytes, randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem, asViewer, type Tx } from "#db/client.ts";
import {
  auditLog,
  bookingAttendees,
  bookings,
  clients,
  coaches,
  dateOverrides,
  journeyMembers,
  journeys,
  sessionTypes,
  users,
  weeklyHours,
} from "#db/schema/index.ts";
import { storedBooking } from "#tests/bookings/look.ts";
import { aBooking, aHold } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aSession, aType, type Client, type Coach } from "#tests/support/people.ts";

onFreshDatabase();

const hour = 3_600_000;
const start = Date.parse("2026-12-03T10:00:00Z");

let ada: Client;
let eve: Client;
let jo: Client;
let ute: Client;
let sol: Coach;
let kim: Coach;
let type: string;
let adas: string;
let couples: string;

// Nobody's WHERE: what a query sees when its author has forgotten every check.
beforeAll(async () => {
  [ada, eve, jo, ute] = [await aClient(), await aClient(), await aClient(), await aClient()];
  [sol, kim] = [await aCoach(), await aCoach()];
  type = await aType(sol);
  adas = await aBooking({ for: ada, with: sol, type, start });
  couples = await aBooking({ for: [jo, ute], with: sol, type, start: start + 2 * hour });
  await aHold({ email: "v@example.org", with: sol, type, start: start + 4 * hour, until: start });
  await aSession(ada);
  await asSystem("a test needs a token", (tx) =>
    tx.execute(sql`insert into auth_tokens (email, token_hash, code_hash, expires_at)
      values (${ada.email}, ${randomBytes(32)}, ${randomBytes(32)}, now() + interval '1 hour')`),
  );
});

const idsOf = (rows: { id: string }[]) => rows.map(({ id }) => id).sort();
const seenBy = <T>(viewer: { id: string }, look: (tx: Tx) => Promise<T>) => asViewer(viewer, look);
const denied = { name: "QueryFailed", code: "42501" };

describe("a query without any check", () => {
  test("shows a client their own bookings, and of other people nothing", async () => {
    const look = (tx: Tx) => tx.select({ id: bookings.id }).from(bookings);
    expect(idsOf(await seenBy(ada, look))).toEqual([adas]);
    expect(idsOf(await seenBy(jo, look))).toEqual([couples]);
    expect(idsOf(await seenBy(eve, look))).toEqual([]);
    expect(await seenBy(sol, look)).toHaveLength(3);
    expect(idsOf(await seenBy(kim, look))).toEqual([]);
    expect(idsOf(await seenBy({ id: randomUUID() }, look))).toEqual([]);
  });

  test("shows who comes only to those who come, and to their coach", async () => {
    const look = (tx: Tx) => tx.select().from(bookingAttendees);
    const counts = await Promise.all(
      [ada, jo, eve, sol, kim].map(async (one) => (await seenBy(one, look)).length),
    );
    expect(counts).toEqual([1, 2, 0, 3, 0]);
  });

  test("shows a person themselves and the coaches, and a coach their clients", async () => {
    const look = (tx: Tx) => tx.select({ id: users.id }).from(users);
    const theCoaches = [sol.id, kim.id];
    expect(idsOf(await seenBy(ada, look))).toEqual([ada.id, ...theCoaches].sort());
    expect(idsOf(await seenBy(jo, look))).toEqual([jo.id, ...theCoaches].sort());
    expect(idsOf(await seenBy(sol, look))).toEqual([ada.id, jo.id, ute.id, ...theCoaches].sort());
    expect(idsOf(await seenBy(kim, look))).toEqual(theCoaches.sort());
    expect(idsOf(await seenBy(kim, (tx) => tx.select({ id: clients.id }).from(clients)))).toEqual([]);
  });

  test("shows journeys to those on them and to their coach", async () => {
    const counts = async (one: { id: string }) =>
      seenBy(one, async (tx) => [await tx.$count(journeys), await tx.$count(journeyMembers)]);
    expect(await counts(ada)).toEqual([1, 1]);
    expect(await counts(jo)).toEqual([1, 2]);
    expect(await counts(eve)).toEqual([0, 0]);
    expect(await counts(sol)).toEqual([2, 3]);
    expect(await counts(kim)).toEqual([0, 0]);
  });

  test.each(["auth_sessions", "auth_tokens", "messages", "audit_log", "rate_limits"])(
    "reaches nothing of %s, whoever asks",
    async (table) => {
      for (const one of [ada, sol])
        await expect(
          seenBy(one, (tx) => tx.execute(sql`select * from ${sql.identifier(table)}`)),
        ).rejects.toMatchObject(denied);
    },
  );

  test("learns of other people's times when, never who", async () => {
    const times = await seenBy(eve, (tx) =>
      tx.execute(
        sql`select * from coach_times(${sol.id}, tstzrange('2026-12-01', '2026-12-10'), '2026-12-01', '{}')`,
      ),
    );
    expect(times).toHaveLength(3);
    for (const row of times)
      expect(Object.keys(row)).toEqual(["type_id", "next_day_limit", "during", "occupied"]);
  });

  test("tells the addresses of a booking only to those who come and to their coach", async () => {
    const look = (tx: Tx) => tx.execute(sql`select email from letter_recipients(${couples})`);
    expect(await seenBy(jo, look)).toHaveLength(2);
    expect(await seenBy(sol, look)).toHaveLength(2);
    for (const one of [ada, eve, kim]) expect(await seenBy(one, look)).toHaveLength(0);
  });

  test("has their name on it from the first statement on, though nobody waits for the opening", async () => {
    for (let again = 0; again < 20; again++)
      for (const [one, own] of [
        [ada, adas],
        [eve, undefined],
      ] as const) {
        // Sent in the same breath as the transaction begins, on a connection that was just someone else's.
        const first = await asViewer(one, (tx) =>
          tx
            .execute<{ id: string; role: string }>(
              sql`select current_user as role, b.id from (select) x left join bookings b on b.id = ${adas}`,
            )
            .execute(),
        );
        expect(Array.from(first)).toEqual([{ role: "portal", id: own ?? null }]);
      }
  });

  test("comes to nothing when the opening fails", async () => {
    const isAsked: Promise<unknown>[] = [];
    const failing = asViewer({ id: "\u0000" }, (tx) => {
      const asked = tx.select().from(bookings).execute();
      isAsked.push(asked);
      return asked;
    });
    await expect(failing).rejects.toMatchObject({ code: "22021" });
    await expect(isAsked[0]).rejects.toThrow();
  });

  test("sees nothing when nobody's name is on it", async () => {
    const look = () =>
      asSystem("a test forgets the viewer", async (tx) => {
        await tx.execute(sql`select set_config('role', 'portal', true)`);
        return tx.select().from(bookings);
      });
    expect(await look()).toEqual([]);
  });
});

describe("a change without any check", () => {
  test("does not reach another's booking", async () => {
    for (const stranger of [eve, jo, kim]) {
      await seenBy(stranger, (tx) =>
        tx.update(bookings).set({ status: "no_show" }).where(eq(bookings.id, adas)),
      );
      await seenBy(stranger, (tx) =>
        tx.update(bookingAttendees).set({ active: false }).where(eq(bookingAttendees.bookingId, adas)),
      );
    }
    expect(await storedBooking(adas)).toMatchObject({ status: "confirmed" });
    await expect(seenBy(ada, (tx) => tx.delete(bookings))).rejects.toMatchObject(denied);
  });

  test("lets nobody name themselves, or anyone else, an attendee of another's booking", async () => {
    const during = { start: start + 20 * hour, end: start + 21 * hour };
    const attend = (viewer: { id: string }, bookingId: string, clientId: string) =>
      seenBy(viewer, (tx) =>
        tx.insert(bookingAttendees).values({ bookingId, clientId, during, active: true }),
      );
    await expect(attend(eve, adas, eve.id)).rejects.toMatchObject(denied);
    await expect(attend(kim, adas, eve.id)).rejects.toMatchObject(denied);
    // Nor may a coach draw a stranger in, who would then get the letters.
    await expect(attend(sol, adas, eve.id)).rejects.toMatchObject(denied);
  });

  test("puts nothing into another coach's book, and nothing on another's journey", async () => {
    const { journeyId } = await storedBooking(adas);
    const at = start + 40 * hour;
    const write = (viewer: { id: string }, coachId: string, journey: string | null) =>
      seenBy(viewer, (tx) =>
        tx.insert(bookings).values({
          coachId,
          typeId: type,
          journeyId: journey,
          during: { start: at, end: at + hour },
          occupied: { start: at, end: at + hour },
          status: "confirmed",
          bookedZone: "UTC",
          icsUid: randomUUID(),
          idempotencyOwner: "x",
          idempotencyKey: randomUUID(),
          idempotencyHash: Buffer.alloc(32),
        }),
      );
    await expect(write(eve, sol.id, journeyId)).rejects.toMatchObject(denied);
    await expect(write(ada, kim.id, journeyId)).rejects.toMatchObject(denied);
    await expect(write(kim, kim.id, journeyId)).rejects.toMatchObject(denied);
    await expect(write(kim, sol.id, journeyId)).rejects.toMatchObject(denied);
  });

  test("leaves another coach's hours, dates and kinds of session alone", async () => {
    for (const stranger of [kim, ada]) {
      await seenBy(stranger, (tx) => tx.update(sessionTypes).set({ minutes: 5 }));
      await seenBy(stranger, (tx) =>
        tx.update(coaches).set({ zone: "Asia/Tokyo" }).where(eq(coaches.id, sol.id)),
      );
      await seenBy(stranger, (tx) => tx.delete(weeklyHours).where(eq(weeklyHours.coachId, sol.id)));
      const hours = { coachId: sol.id, weekday: 1, fromMinute: 0, toMinute: 60 };
      await expect(seenBy(stranger, (tx) => tx.insert(weeklyHours).values(hours))).rejects.toMatchObject(
        denied,
      );
      const date = { coachId: sol.id, date: "2026-12-24", hours: [] };
      await expect(seenBy(stranger, (tx) => tx.insert(dateOverrides).values(date))).rejects.toMatchObject(
        denied,
      );
    }
    const kept = await asSystem("a test looks", (tx) =>
      tx.execute(sql`select minutes, c.zone, (select count(*)::int from weekly_hours where coach_id = c.id) as days
        from session_types t join coaches c on c.id = t.coach_id where t.id = ${type}`),
    );
    expect(Array.from(kept)).toEqual([{ minutes: 60, zone: "UTC", days: 7 }]);
  });

  test("changes nobody's account but one's own, and nobody's role or address at all", async () => {
    await seenBy(eve, (tx) => tx.update(users).set({ displayName: "Mallory" }));
    const names = await asSystem("a test looks", (tx) =>
      tx.select({ id: users.id }).from(users).where(eq(users.displayName, "Mallory")),
    );
    expect(names).toEqual([{ id: eve.id }]);
    for (const set of [{ role: "owner" as const }, { email: "m@example.org" }, { disabledAt: 0 }])
      await expect(seenBy(eve, (tx) => tx.update(users).set(set))).rejects.toMatchObject(denied);
    await expect(
      seenBy(eve, (tx) => tx.insert(users).values({ email: "n@example.org", displayName: "N" })),
    ).rejects.toMatchObject(denied);
  });

  test("signs the audit log with no other name, and takes nothing out of it", async () => {
    const line = { actorKind: "client", action: "x", subjectType: "booking", subjectId: adas };
    await expect(
      seenBy(eve, (tx) => tx.insert(auditLog).values({ ...line, actorId: ada.id })),
    ).rejects.toMatchObject(denied);
    await seenBy(eve, (tx) => tx.insert(auditLog).values({ ...line, actorId: eve.id }));
    await expect(seenBy(eve, (tx) => tx.delete(auditLog))).rejects.toMatchObject(denied);
    await expect(seenBy(eve, (tx) => tx.update(auditLog).set({ action: "y" }))).rejects.toMatchObject(denied);
  });
});

describe("the guard beneath", () => {
  test("is on for every table, so that a new one without a policy is noticed", async () => {
    const open = await asSystem("a test looks", (tx) =>
      tx.execute(
        sql`select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and not relrowsecurity`,
      ),
    );
    expect(Array.from(open)).toEqual([]);
  });

  test("can fail: with the policies off, the same query shows everything", async () => {
    const forgotten = new Error("undo");
    await asSystem("a test takes the guard away", async (tx) => {
      await tx.execute(sql`alter table bookings disable row level security`);
      await tx.execute(
        sql`select set_config('role', 'portal', true), set_config('portal.viewer', ${eve.id}, true)`,
      );
      expect(await tx.select().from(bookings)).toHaveLength(3);
      throw forgotten;
    }).catch((error: unknown) => expect(error).toBe(forgotten));
  });
});
