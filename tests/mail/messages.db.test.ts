import { eq, sql } from "drizzle-orm";
import postgres from "postgres";
import { describe, expect, test } from "vitest";
import { asSystem, asViewer } from "#db/client.ts";
import { messages } from "#db/schema/index.ts";
import { usualHabits } from "#lib/mail/habits.ts";
import { planMessage, planMessages } from "#lib/mail/messages.ts";
import { sendMessage } from "#lib/mail/sender.ts";
import { aLetter, planned } from "#tests/support/letters.ts";
import { onPostOffice } from "./post-office.ts";

const office = onPostOffice();
const ada = { id: "8d1f5d0e-52f4-4a0e-9a53-0a4f4a0f8f8d" };
const noDesk = { ...usualHabits, wants: { ...usualHabits.wants, desk: false }, zone: "UTC", still: [] };

const countOf = async (table: "messages" | "pgboss.job") => {
  const [row] = await asSystem("a test counts", (tx) =>
    tx.execute<{ count: number }>(sql`select count(*)::int as count from ${sql.raw(table)}`),
  );
  return row?.count;
};

describe("planning a mail", () => {
  test("comes to nothing when the change it belongs to is rolled back", async () => {
    const before = [await countOf("messages"), await countOf("pgboss.job")];
    const failing = asSystem("a booking fails", async (tx) => {
      await planMessage(tx, aLetter(), Date.now());
      throw new Error("The time was just taken");
    });
    await expect(failing).rejects.toThrow("just taken");
    expect([await countOf("messages"), await countOf("pgboss.job")]).toEqual(before);
  });

  test("adds a row and a job, and the job knows no more than the id and the lane", async () => {
    const id = await planned();
    const jobs = await asSystem("a test looks", (tx) =>
      tx.execute(sql`select data from pgboss.job where data->>'messageId' = ${id}`),
    );
    expect(Array.from(jobs)).toEqual([{ data: { messageId: id, lane: "booking" } }]);
  });

  test("works for a signed-in person, who may plan mail and read none", async () => {
    const id = await asViewer(ada, (tx) => planMessage(tx, aLetter(), Date.now()));
    expect(id).toMatch(/^[\da-f-]{36}$/);
    await expect(asViewer(ada, (tx) => tx.select().from(messages))).rejects.toMatchObject({ code: "42501" });
  });

  test("happens once for one change, whoever plans it again", async () => {
    const letter = aLetter();
    const plans = [
      await asViewer(ada, (tx) => planMessage(tx, letter, Date.now())),
      await asViewer(ada, (tx) => planMessage(tx, letter, Date.now())),
      await asSystem("again", (tx) => planMessage(tx, { ...letter, to: "other@example.org" }, Date.now())),
    ];
    expect(plans.filter((id) => id !== undefined)).toHaveLength(1);
    const rows = await asSystem("a test looks", (tx) =>
      tx.select({ id: messages.id }).from(messages).where(eq(messages.dedupe, letter.dedupe)),
    );
    expect(rows).toEqual([{ id: plans[0] }]);
  });

  test("of several takes as many statements as of one, leaves out what is not wanted, and plans each once", async () => {
    const letters = [
      aLetter(),
      aLetter(),
      aLetter({ kind: "coach_booked", recipientId: ada.id, habits: noDesk }),
    ];
    const before = [await countOf("messages"), await countOf("pgboss.job")];
    expect(await asViewer(ada, (tx) => planMessages(tx, letters, Date.now()))).toBe(2);
    const added = [await countOf("messages"), await countOf("pgboss.job")].map(
      (count, index) => (count ?? 0) - (before[index] ?? 0),
    );
    expect(added).toEqual([2, 2]);
    expect(await asViewer(ada, (tx) => planMessages(tx, letters, Date.now()))).toBe(0);
    expect(await asViewer(ada, (tx) => planMessages(tx, [], Date.now()))).toBe(0);
    expect(await countOf("messages")).toBe((before[0] ?? 0) + 2);
  });

  test("of several of which some were planned before, calls for what is not there to no harm", async () => {
    const [old, fresh] = [aLetter(), aLetter()];
    await asSystem("before", (tx) => planMessage(tx, old, Date.now()));
    expect(await asSystem("again", (tx) => planMessages(tx, [old, fresh], Date.now()))).toBe(1);
    const calls = await asSystem("a test looks", (tx) =>
      tx.execute<{ id: string; isThere: boolean }>(sql`
        select j.data->>'messageId' as id, m.id is not null as "isThere"
        from pgboss.job j left join messages m on m.id = (j.data->>'messageId')::uuid order by j.created_on desc, 2 limit 2`),
    );
    expect(calls.map(({ isThere }) => isThere)).toEqual([false, true]);
    expect(await sendMessage(calls[0]?.id ?? "", "booking")).toBe("not due");
  });

  test("leaves nothing readable in the tables, not even for the database's owner", async () => {
    await planned({
      to: "river@example.org",
      attachments: [{ filename: "invite.ics", content: "SECRET-PLACE", contentType: "text/calendar" }],
    });
    const admin = postgres(office.database.adminUrl, { max: 1 });
    try {
      const rows =
        await admin`select m::text as row, encode(payload, 'escape') as bytes from messages m union all select j::text, '' from pgboss.job j`;
      const all = JSON.stringify(rows);
      for (const word of [
        "river@",
        "R1VER5",
        "SECRET-PLACE",
        Buffer.from("SECRET-PLACE").toString("base64"),
        "portal.example",
      ])
        expect(all).not.toContain(word);
    } finally {
      await admin.end();
    }
  });

  test("a payload that was moved to another message is not sent", async () => {
    const [from, to] = [await planned(), await planned()];
    await asSystem("somebody tampers", (tx) =>
      tx.execute(
        sql`update messages set payload = (select payload from messages where id = ${from}) where id = ${to}`,
      ),
    );
    expect(await sendMessage(to, "booking")).toBe("again");
    expect(await office.ledger(to)).toEqual({ accepted: 0, requests: 0 });
  });

  test("arrives with sender, subject, both texts, a tag and the calendar file", async () => {
    const id = await planned({
      to: "ines@example.org",
      attachments: [
        {
          filename: "invite.ics",
          content: "BEGIN:VCALENDAR ü",
          contentType: "text/calendar; charset=utf-8; method=REQUEST",
        },
      ],
    });
    expect(await sendMessage(id, "booking")).toBe("sent");
    const [mail] = await office.arrived("Ines@Example.org");
    expect(mail).toMatchObject({
      from: "Attune <portal@attune.localhost>",
      to: ["ines@example.org"],
      subject: "A note from your portal",
      tags: [{ name: "message_id", value: id }],
      idempotencyKey: `message/${id}`,
      attachments: [
        {
          filename: "invite.ics",
          contentType: "text/calendar; charset=utf-8; method=REQUEST",
          text: "BEGIN:VCALENDAR ü",
        },
      ],
    });
    expect(mail?.html).toContain("R1VER5");
    expect(mail?.text).toContain("\nR1VER5\n");
  });
});
