import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { auditLog } from "#db/schema/index.ts";
import { changePerson } from "#lib/account/commands.ts";
import { personInput } from "#lib/account/input.ts";
import { findOffered } from "#lib/account/queries.ts";
import { findReader } from "#lib/bookings/queries.ts";
import { everyRow } from "#tests/auth/every-row.ts";
import { storedBooking } from "#tests/bookings/look.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType } from "#tests/support/people.ts";

const database = onFreshDatabase();
const start = Date.parse("2026-12-08T18:00:00Z");

const auditOf = ({ id }: { id: string }) =>
  asSystem("a test looks", (tx) =>
    tx
      .select({ action: auditLog.action, meta: auditLog.meta })
      .from(auditLog)
      .where(eq(auditLog.actorId, id)),
  );

test("a client changes what they are called and their zone, and their meeting stays where it is", async () => {
  const [ada, coach] = [await aClient({ name: "Ada", zone: "Europe/Lisbon" }), await aCoach()];
  const booking = await aBooking({ for: ada, with: coach, type: await aType(coach), start });
  const before = await storedBooking(booking);
  await changePerson(ada, { name: "Adalberta" });
  await changePerson(ada, { zone: "Asia/Tokyo" });
  expect(await findReader(ada)).toEqual({ name: "Adalberta", zone: "Asia/Tokyo" });
  expect(await storedBooking(booking)).toEqual(before);
  expect(await auditOf(ada)).toEqual([
    { action: "person.changed", meta: { name: true, zone: false } },
    { action: "person.changed", meta: { name: false, zone: true } },
  ]);
});

test("what is so already is not written again", async () => {
  const ada = await aClient({ name: "Ada", zone: "UTC" });
  await changePerson(ada, { name: "Ada", zone: "UTC" });
  expect(await auditOf(ada)).toEqual([]);
});

test("nobody else is renamed", async () => {
  const [ada, bea] = [await aClient({ name: "Ada" }), await aClient({ name: "Bea" })];
  await changePerson(ada, { name: "Bea" });
  await changePerson(ada, { name: "Cleo" });
  expect([await findReader(ada), await findReader(bea)]).toMatchObject([{ name: "Cleo" }, { name: "Bea" }]);
});

test("a zone that is none is refused beside its field, and a coach's stands with their hours", async () => {
  const [ada, coach] = [await aClient(), await aCoach()];
  const before = await everyRow(database.adminUrl);
  await expect(changePerson(ada, { name: "Cleo", zone: "Here/There" })).rejects.toMatchObject({
    field: "zone",
    status: 422,
    message: "Please choose a time zone from the list.",
  });
  await expect(changePerson(coach, { zone: "Asia/Tokyo" })).rejects.toMatchObject({
    field: "zone",
    message: "Your time zone is the one of your hours. Please change it there.",
  });
  expect(await everyRow(database.adminUrl)).toEqual(before);
});

test.each([
  [{ name: "" }, "name", "Please write a name. A first name will do."],
  [{ name: " \n " }, "name", "Please write a name. A first name will do."],
  [{ name: "a".repeat(81) }, "name", "That name is longer than we can keep. Eighty letters fit."],
  [{ name: "<b>" }, "name", "That name has a sign in it that we cannot keep."],
])("%j is refused beside its field", (body, field, message) => {
  const { error } = personInput.safeParse(body);
  expect(error?.issues[0]).toMatchObject({ path: [field], message });
});

test("nothing, and what is none of it, is refused", () => {
  for (const body of [{}, { role: "coach" }, { name: "Ada", email: "a@example.org" }, { zone: 7 }])
    expect(personInput.safeParse(body).success, JSON.stringify(body)).toBe(false);
});

test("a client may say how to speak of them, takes it back by leaving it empty, and a coach is not asked", async () => {
  const [ada, coach] = [await aClient(), await aCoach()];
  await changePerson(ada, { pronouns: "she/her", languages: "Dutch" });
  await changePerson(ada, { languages: "" });
  expect(await findOffered(ada)).toEqual({ pronouns: "she/her", languages: "" });
  await expect(changePerson(coach, { pronouns: "he" })).rejects.toThrow("Only clients");
});
