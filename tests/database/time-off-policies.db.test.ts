import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { asSystem, asViewer, type Tx } from "#db/client.ts";
import { meetingLinks, timeOff } from "#db/schema/index.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aTimeOff, aType, type Client, type Coach } from "#tests/support/people.ts";

onFreshDatabase();

const denied = { name: "QueryFailed", code: "42501" };
const link = "https://meet.example.org/sol";

let sol: Coach;
let strangers: (Coach | Client)[];
let type: string;

beforeAll(async () => {
  sol = await aCoach();
  strangers = [await aCoach(), await aClient()];
  type = await aType(sol);
  await aTimeOff(sol, "2026-12-24");
  await asSystem("a test needs a link", (tx) => tx.insert(meetingLinks).values({ typeId: type, link }));
});

// Nobody's WHERE: what a query does when its author has forgotten every check.
describe("a query without any check", () => {
  test("leaves another coach's time off alone", async () => {
    const days = { fromDate: "2026-12-25", toDate: "2026-12-26" };
    for (const stranger of strangers) {
      const as = (work: (tx: Tx) => Promise<unknown>) => asViewer(stranger, work);
      await as((tx) => tx.delete(timeOff));
      await as((tx) => tx.update(timeOff).set(days));
      await expect(as((tx) => tx.insert(timeOff).values({ coachId: sol.id, ...days }))).rejects.toMatchObject(
        denied,
      );
    }
    const kept = await asSystem("a test looks", (tx) => tx.select({ date: timeOff.fromDate }).from(timeOff));
    expect(kept).toEqual([{ date: "2026-12-24" }]);
  });

  test("neither shows nor changes the link of another coach's kind", async () => {
    const other = "https://elsewhere.example.org";
    for (const stranger of strangers) {
      const as = <T>(work: (tx: Tx) => Promise<T>) => asViewer(stranger, work);
      expect(await as((tx) => tx.select().from(meetingLinks))).toEqual([]);
      await as((tx) => tx.update(meetingLinks).set({ link: other }));
      await as((tx) => tx.delete(meetingLinks));
      const own = { typeId: await aType(sol, { kind: "couple", name: "Couple session" }), link: other };
      await expect(as((tx) => tx.insert(meetingLinks).values(own))).rejects.toMatchObject(denied);
      await asSystem("a test tidies", (tx) =>
        tx.execute(`delete from session_types where id = '${own.typeId}'`),
      );
    }
    const look = (tx: Tx) => tx.select().from(meetingLinks).where(eq(meetingLinks.typeId, type));
    expect(await asViewer(sol, look)).toEqual([{ typeId: type, link }]);
  });
});
