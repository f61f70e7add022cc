import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { POST as choose } from "#app/api/mail/choice/route.ts";
import { POST as off } from "#app/api/mail/off/route.ts";
import { asSystem, asViewer } from "#db/client.ts";
import { auditLog, mailPreferences } from "#db/schema/index.ts";
import { usualHabits } from "#lib/mail/habits.ts";
import { offToken } from "#lib/mail/off-token.ts";
import { changeMailPreferences } from "#lib/mail/preferences/commands.ts";
import { mailPreferencesForm, mailPreferencesInput } from "#lib/mail/preferences/input.ts";
import { findChoice, findMailPreferences } from "#lib/mail/preferences/queries.ts";
import { everyRow } from "#tests/auth/every-row.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach } from "#tests/support/people.ts";

const database = onFreshDatabase();
const now = Date.parse("2026-12-01T10:42:00Z");
const { wants } = usualHabits;

const auditOf = ({ id }: { id: string }) =>
  asSystem("a test looks", (tx) =>
    tx
      .select({ action: auditLog.action, by: auditLog.actorKind, meta: auditLog.meta })
      .from(auditLog)
      .where(eq(auditLog.subjectId, id)),
  );

describe("what a person chooses for their mail", () => {
  test("is as usual until they choose, and stays where they do not", async () => {
    const ada = await aClient();
    expect(await findMailPreferences(ada, now)).toEqual(usualHabits);
    await changeMailPreferences(ada, { lessons: false }, now);
    await changeMailPreferences(ada, { quietFrom: 1_290, saysWhen: true }, now);
    const chosen = { wants: { ...wants, lessons: false }, quietFrom: 1_290, saysWhen: true };
    expect(await findMailPreferences(ada, now)).toEqual({ ...usualHabits, ...chosen });
    expect(await auditOf(ada)).toEqual([
      { action: "mail_preferences.changed", by: "client", meta: { lessons: false } },
      { action: "mail_preferences.changed", by: "client", meta: { quietFrom: 1_290, saysWhen: true } },
    ]);
  });

  test("is written once, however often it is sent", async () => {
    const coach = await aCoach();
    await changeMailPreferences(coach, { overview: true }, now);
    expect(await auditOf(coach)).toEqual([]);
    for (const overviewAt of [360, 360]) await changeMailPreferences(coach, { overviewAt }, now);
    expect(await auditOf(coach)).toHaveLength(1);
  });

  test("is kept from two windows at once", async () => {
    const ada = await aClient();
    await Promise.all([
      changeMailPreferences(ada, { reminders: false }, now),
      changeMailPreferences(ada, { questions: false }, now),
    ]);
    const kept = { ...wants, reminders: false, questions: false };
    expect(await findMailPreferences(ada, now)).toMatchObject({ wants: kept });
  });

  test("is nobody else's to change, whatever is asked of the database as them", async () => {
    const [ada, bea] = [await aClient(), await aClient()];
    await changeMailPreferences(ada, { reminders: false }, now);
    const change = (viewer: typeof ada) =>
      asViewer(viewer, (tx) =>
        tx
          .update(mailPreferences)
          .set({ reminders: true })
          .where(eq(mailPreferences.userId, ada.id))
          .returning({ of: mailPreferences.userId }),
      );
    expect(await change(bea)).toEqual([]);
    expect(await findMailPreferences(ada, now)).toMatchObject({ wants: { reminders: false } });
    expect(await change(ada)).toHaveLength(1);
  });
});

test.each([
  [{ quietFrom: 1_440 }, "quietFrom"],
  [{ quietUntil: -1 }, "quietUntil"],
  [{ overviewAt: 7.5 }, "overviewAt"],
  [{ overviewAt: 720 }, "overviewAt"],
  [{ firstReminder: 719 }, "firstReminder"],
  [{ firstReminder: 10_081 }, "firstReminder"],
  [{ lastReminder: 14 }, "lastReminder"],
  [{ lastReminder: 721 }, "lastReminder"],
  [{ reminders: "on" }, "reminders"],
  [{ saysWhen: null }, "saysWhen"],
  [{ reminders: true, lastReminder: "60" }, "lastReminder"],
])("%j is refused beside its field", (body, field) => {
  const { error } = mailPreferencesInput.safeParse(body);
  expect(error?.issues[0]?.path).toEqual([field]);
  expect(error?.issues[0]?.message).toMatch(/^Please .*\.$/);
});

test("the limits are those of the table", async () => {
  const ada = await aClient();
  for (const edges of [
    { firstReminder: 720, lastReminder: 15, quietFrom: 0, quietUntil: 0, overviewAt: 0 },
    { firstReminder: 10_080, lastReminder: 720, quietFrom: 1_439, quietUntil: 1_439, overviewAt: 719 },
  ])
    await changeMailPreferences(ada, mailPreferencesInput.parse(edges), now);
  for (const wrong of [{ firstReminder: 719 }, { lastReminder: 721 }, { quietFrom: 1_440 }])
    await expect(changeMailPreferences(ada, wrong, now)).rejects.toThrow();
  expect(await findMailPreferences(ada, now)).toMatchObject({ firstReminder: 10_080, quietFrom: 1_439 });
});

test("nothing, and what is none of it, is refused", () => {
  for (const body of [{}, { booking: false }, { userId: "x" }, [], null])
    expect(mailPreferencesInput.safeParse(body).success, JSON.stringify(body)).toBe(false);
});

test("a form says the same in text", () => {
  expect(mailPreferencesForm.parse({ reminders: "on", lessons: "off", quietFrom: "1200" })).toEqual({
    reminders: true,
    lessons: false,
    quietFrom: 1_200,
  });
  for (const fields of [{ quietFrom: "on" }, { reminders: "1" }, { quietFrom: "20:00" }, {}])
    expect(mailPreferencesForm.safeParse(fields).success, JSON.stringify(fields)).toBe(false);
});

type Sent = { type?: string; body?: string };
const urlencoded = "application/x-www-form-urlencoded";

/** As mail programs do: without a cookie, and from nowhere. */
function send(route: typeof off, token: string, { type = urlencoded, body = oneClick }: Sent = {}) {
  const address = `https://portal.example/api/mail/off?${new URLSearchParams({ t: token })}`;
  return route(new Request(address, { method: "POST", body, headers: { "content-type": type } }), {});
}

const oneClick = "List-Unsubscribe=One-Click";
const inParts = {
  type: "multipart/form-data; boundary=b",
  body: '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
};

describe("the button of a mail program", () => {
  test.each([
    ["fields", {}],
    ["parts", inParts],
  ])("ends mail of that kind alone, sent in %s", async (_, sent) => {
    const [ada, bea] = [await aClient(), await aClient()];
    await changeMailPreferences(ada, { lessons: false, quietFrom: 1_260 }, now);
    for (let time = 0; time < 2; time++) {
      const answer = await send(off, offToken(ada.id, "reminders"), sent);
      expect([answer.status, await answer.json()]).toEqual([200, { status: "off" }]);
    }
    expect(await findMailPreferences(ada, now)).toEqual({
      ...usualHabits,
      wants: { ...wants, lessons: false, reminders: false },
      quietFrom: 1_260,
    });
    expect(await findMailPreferences(bea, now)).toEqual(usualHabits);
    expect((await auditOf(ada)).slice(1)).toEqual([
      { action: "mail_preferences.changed", by: "visitor", meta: { reminders: false } },
    ]);
  });

  test("changes nothing with a link that is not ours, letter by letter", async () => {
    const [ada, bea] = [await aClient(), await aClient()];
    const token = offToken(ada.id, "reminders");
    const [, , signature] = token.split(".");
    const nobody = "00000000-0000-4000-8000-000000000000";
    const before = await everyRow(database.adminUrl);
    for (const other of [
      "",
      token.slice(0, -1),
      `${bea.id}.reminders.${signature}`,
      `${ada.id}.lessons.${signature}`,
      `${ada.id}.booking.${signature}`,
    ]) {
      expect((await send(off, other)).status, other).toBe(404);
      expect(await findChoice(other)).toBeUndefined();
    }
    expect(await everyRow(database.adminUrl)).toEqual(before);
    expect((await send(off, offToken(nobody, "reminders"))).status).toBe(404);
    expect(await findChoice(offToken(nobody, "reminders"))).toBeUndefined();
    expect((await send(off, token)).status).toBe(200);
    const after = await everyRow(database.adminUrl);
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    expect(changed.sort()).toEqual(["public.audit_log", "public.mail_preferences", "public.rate_limits"]);
  });

  test("changes nothing by anything but what such a button sends", async () => {
    const token = offToken((await aClient()).id, "reminders");
    const before = await everyRow(database.adminUrl);
    for (const sent of [
      { body: "" },
      { body: "List-Unsubscribe=Maybe" },
      { type: "application/json", body: '{"List-Unsubscribe":"One-Click"}' },
      { type: "text/plain", body: oneClick },
      { type: "multipart/form-data", body: inParts.body },
      { body: `${oneClick}&more=${"x".repeat(40_000)}` },
    ])
      expect((await send(off, token, sent)).status, JSON.stringify(sent).slice(0, 80)).toBe(422);
    expect(await everyRow(database.adminUrl)).toEqual(before);
  });

  test("is not heard without end", async () => {
    const token = offToken((await aClient()).id, "lessons");
    const statuses = new Set<number>();
    for (let time = 0; time < 121; time++) statuses.add((await send(off, token)).status);
    expect([...statuses]).toEqual([200, 429]);
  });
});

describe("the page that a letter leads to", () => {
  test("ends mail of its kind and turns it on again, without a sign-in", async () => {
    const coach = await aCoach();
    const token = offToken(coach.id, "desk");
    expect(await findChoice(token)).toEqual({ of: "desk", isWanted: true });
    const gone = await send(choose, token, { body: "wanted=off" });
    expect([gone.status, gone.headers.get("location")]).toEqual([303, `/mail/off?t=${token}`]);
    expect(await findChoice(token)).toEqual({ of: "desk", isWanted: false });
    const back = await send(choose, token, { body: "wanted=on" });
    expect(back.headers.get("location")).toBe(`/mail/off?t=${token}&back=`);
    expect(await findMailPreferences(coach, now)).toEqual(usualHabits);
  });

  test("is shown again where the link is broken, and nothing has changed", async () => {
    const before = await everyRow(database.adminUrl);
    const answer = await send(choose, "a.b.c", { body: "wanted=off" });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/mail/off?t=a.b.c"]);
    expect((await send(choose, "a.b.c", { body: "wanted=maybe" })).status).toBe(422);
    expect(await everyRow(database.adminUrl)).toEqual(before);
  });
});
