import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { asSystem } from "#db/client.ts";
import { messages, webhookEvents } from "#db/schema/index.ts";
import { sendMessage } from "#lib/mail/sender.ts";
import { tidyMail } from "#lib/mail/tidy.ts";
import { planned } from "#tests/support/letters.ts";
import { onPostOffice } from "./post-office.ts";

const office = onPostOffice();
const day = 86_400_000;
const now = Date.now();

async function rowOf(id: string) {
  const [row] = await asSystem("a test looks", (tx) => tx.select().from(messages).where(eq(messages.id, id)));
  return row;
}

const change = (id: string, changes: Partial<typeof messages.$inferInsert>) =>
  asSystem("time passes", (tx) => tx.update(messages).set(changes).where(eq(messages.id, id)));

test("the words of a letter go fourteen days after it went out, if nobody said that it arrived", async () => {
  const [sent, unsure, waiting] = [await planned(), await planned(), await planned()];
  await sendMessage(sent, "booking");
  await change(unsure, { state: "unsure", firstAttemptAt: now });
  expect(await tidyMail(now + 13 * day)).toEqual({ emptied: 0, messages: 0, events: 0 });
  expect(await tidyMail(now + 15 * day)).toEqual({ emptied: 2, messages: 0, events: 0 });
  expect((await rowOf(sent))?.payload).toBeNull();
  expect((await rowOf(unsure))?.payload).toBeNull();
  expect((await rowOf(waiting))?.payload).not.toBeNull();
  expect((await office.ledger(sent)).accepted).toBe(1);
});

test("its row, and what Resend told, go after ninety days; what is yet to go out stays", async () => {
  const old = new Date(now - 91 * day);
  const [sent, dropped, waiting, young] = [
    await planned(),
    await planned(),
    await planned(),
    await planned(),
  ];
  await change(sent, { state: "sent", sentAt: now - 91 * day, createdAt: old });
  await change(dropped, { state: "dropped", payload: null, createdAt: old });
  await change(waiting, { notBefore: now + day, createdAt: old });
  await change(young, { state: "sent", sentAt: now, createdAt: new Date(now - 89 * day) });
  const event = (id: string, receivedAt: number) => ({
    id,
    type: "email.sent",
    happenedAt: receivedAt,
    receivedAt,
  });
  await asSystem("a test fills", (tx) =>
    tx
      .insert(webhookEvents)
      .values([
        event("young", now - 89 * day),
        ...Array.from({ length: 2_500 }, (_, nth) => event(`old-${nth}`, now - 91 * day)),
      ]),
  );
  expect(await tidyMail(now)).toEqual({ emptied: 1, messages: 2, events: 2_500 });
  expect(await Promise.all([sent, dropped].map(rowOf))).toEqual([undefined, undefined]);
  expect(await rowOf(waiting)).toMatchObject({ state: "planned" });
  expect(await rowOf(young)).toMatchObject({ state: "sent" });
  expect(await tidyMail(now)).toEqual({ emptied: 0, messages: 0, events: 0 });
});
