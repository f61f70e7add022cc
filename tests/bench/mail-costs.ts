import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { eq, sql } from "drizzle-orm";
import { asSystem, type Tx } from "#db/client.ts";
import { bookings, messages } from "#db/schema/index.ts";
import { bookingConfirmed } from "#lib/bookings/letters/booked.ts";
import { planMessage } from "#lib/mail/messages.ts";
import { payloadPlace } from "#lib/mail/payload.ts";
import { postToResend } from "#lib/mail/resend.ts";
import { sendMessage } from "#lib/mail/sender.ts";
import { settings } from "#lib/running/settings.ts";
import { unseal } from "#lib/sealed/seal.ts";
import { aBooking } from "#tests/support/bookings.ts";
import { aLetter, planned } from "#tests/support/letters.ts";
import { aClient, aCoach, aType } from "#tests/support/people.ts";
import { medianCalls } from "./median-calls.ts";

/** Milliseconds, the median of many. `with` is without what `without` took already. */
export type Cost = { beside: number; base: number };

const rounds = 200;
const warmUp = 50;

/** A change of a booking with its letter to one person, beside the same change without. */
export async function planningCost(): Promise<Cost> {
  const [client, coach] = [await aClient(), await aCoach()];
  const start = Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 48 * 3_600_000;
  const bookingId = await aBooking({ for: client, with: coach, type: await aType(coach), start });
  // Another state of it each time, which is told of anew.
  const change = (tx: Tx) =>
    tx
      .update(bookings)
      .set({ icsSequence: sql`${bookings.icsSequence} + 1` })
      .where(eq(bookings.id, bookingId));
  const [told, base] = await medianCalls(
    { rounds, warmUp },
    () =>
      asSystem("a change is told", async (tx) => {
        await change(tx);
        await bookingConfirmed(tx, bookingId, coach, Date.now());
      }),
    () => asSystem("a change is not told", change),
  );
  return { beside: told - base, base };
}

/** Sending a planned letter, beside the call to Resend alone. */
export async function sendingCost(): Promise<Cost> {
  const whole: number[] = [];
  const calls: number[] = [];
  for (let round = -warmUp; round < rounds; round++) {
    const id = await planned();
    const body = await bodyOf(id);
    // Whoever has just sent has to wait for the next turn, which is no work. Both begin from rest.
    const rest = 2_000 / settings().mail.perSecond;
    await pause(rest);
    const sent = await timed(() => sendMessage(id, "booking"));
    await pause(rest);
    const called = await timed(() => postToResend(randomUUID(), body, false));
    if (round < 0) continue;
    whole.push(sent);
    calls.push(called);
  }
  const base = median(calls);
  return { beside: median(whole) - base, base };
}

/** Letters that wait to be sent. */
export async function planMany(count: number): Promise<void> {
  await asSystem("the rest is out of the way", (tx) => tx.execute(sql`delete from messages`));
  await asSystem("and its calls", (tx) => tx.execute(sql`delete from pgboss.job`));
  for (let made = 0; made < count; made += 100)
    await asSystem("a bench plans letters", async (tx) => {
      for (let one = 0; one < 100; one++) await planMessage(tx, aLetter(), Date.now());
    });
}

async function bodyOf(id: string): Promise<string> {
  const [row] = await asSystem("a bench looks", (tx) =>
    tx.select({ payload: messages.payload }).from(messages).where(eq(messages.id, id)),
  );
  if (!row?.payload) throw new Error("It was not planned");
  return unseal(settings().encryptionKeys, row.payload, payloadPlace(id)).toString("utf8");
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const median = (times: number[]) => times.sort((a, b) => a - b)[times.length >> 1] ?? 0;
