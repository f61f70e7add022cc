import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { holdSlot } from "#lib/bookings/commands/hold-slot.ts";
import { releaseHold, releaseStaleHolds } from "#lib/bookings/commands/release-holds.ts";
import { resendHold } from "#lib/bookings/commands/resend-hold.ts";
import type { HoldSlotInput } from "#lib/bookings/input.ts";
import { stopJobs } from "#lib/jobs/boss.ts";
import { auditOf, lettersOf, rowsOf, storedBooking, tokensOf } from "#tests/bookings/look.ts";
import { aBooking, aHold } from "#tests/support/bookings.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aClient, aCoach, aType } from "#tests/support/people.ts";

onFreshDatabase();
afterAll(() => stopJobs(1_000));

const minute = 60_000;
const now = Date.parse("2026-12-01T08:00:00Z");
const start = Date.parse("2026-12-03T10:00:00Z");
const browserHash = randomBytes(32);

async function aWish(details: Partial<HoldSlotInput> = {}) {
  const coach = await aCoach();
  const typeId = await aType(coach);
  const email = `visitor-${randomUUID()}@example.org`;
  const wish: HoldSlotInput = {
    typeId,
    start,
    zone: "Asia/Tokyo",
    name: "Mio",
    email,
    adult: true,
    ...details,
  };
  return { coach, wish };
}

describe("a visitor who holds a time", () => {
  test("has it for fifteen minutes, and a mail to confirm it with", async () => {
    const { wish } = await aWish();
    const held = await holdSlot(wish, { key: randomUUID(), browserHash }, now);
    expect(held).toEqual({ status: "held", holdId: held.holdId, until: "2026-12-01T08:15:00.000Z" });
    expect(await storedBooking(held.holdId)).toMatchObject({
      status: "held",
      during: { start, end: start + 60 * minute },
      holdExpires: now + 15 * minute,
      heldName: "Mio",
      heldEmail: wish.email,
      journeyId: null,
    });
    expect(await lettersOf(held.holdId)).toEqual([{ kind: "hold_to_confirm", to: null }]);
    expect(await tokensOf(held.holdId)).toMatchObject([
      { email: wish.email, browserHash, expiresAt: now + 15 * minute },
    ]);
    expect(await auditOf(held.holdId)).toEqual([{ action: "booking.held", actor: null, kind: "visitor" }]);
  });

  test("and is signed in with a coach finds nothing of another coach's, and leaves no row", async () => {
    const [own, { wish }] = [await aWish(), await aWish()];
    const [client, newcomer] = [await aClient(), await aClient()];
    await aBooking({ for: client, with: own.coach, type: own.wish.typeId, start });
    const before = await rowsOf();
    await expect(holdSlot(wish, { client }, now)).rejects.toMatchObject({ name: "NotFound" });
    expect(await rowsOf()).toEqual(before);
    expect(await holdSlot(wish, { client: newcomer }, now)).toMatchObject({ status: "held" });
  });

  test("clicks twice and holds once", async () => {
    const { wish } = await aWish();
    const key = randomUUID();
    const [one, two] = await Promise.all([
      holdSlot(wish, { key, browserHash }, now),
      holdSlot(wish, { key, browserHash }, now),
    ]);
    expect(two).toEqual(one);
    expect(await holdSlot(wish, { key, browserHash }, now + minute)).toEqual(one);
    expect(await lettersOf(one?.holdId ?? "")).toHaveLength(1);
  });

  test("is told when the same key comes with another wish", async () => {
    const { wish } = await aWish();
    const key = randomUUID();
    await holdSlot(wish, { key, browserHash }, now);
    await expect(
      holdSlot({ ...wish, start: start + 60 * minute }, { key, browserHash }, now),
    ).rejects.toMatchObject({ code: "key_reused", status: 422 });
  });

  test("cannot have a time that is booked, held or not listed, and nothing is left of the try", async () => {
    const { coach, wish } = await aWish();
    await aBooking({ for: await aClient(), with: coach, type: wish.typeId, start });
    await aHold({
      email: "x@example.org",
      with: coach,
      type: wish.typeId,
      start: start + 60 * minute,
      until: now + 1,
    });
    const before = await rowsOf();
    for (const wanted of [start, start + 60 * minute, start + 1, now - minute])
      await expect(holdSlot({ ...wish, start: wanted }, { browserHash }, now)).rejects.toMatchObject({
        code: "taken",
        status: 409,
        field: "start",
      });
    expect(await rowsOf()).toEqual(before);
  });

  test("is told when the zone is none, and when the kind is something to ask for", async () => {
    const { coach, wish } = await aWish();
    await expect(holdSlot({ ...wish, zone: "+02:00" }, { browserHash }, now)).rejects.toMatchObject({
      field: "zone",
      status: 422,
    });
    const guidance = await aType(coach, { kind: "guidance", mode: "request" });
    await expect(holdSlot({ ...wish, typeId: guidance }, { browserHash }, now)).rejects.toMatchObject({
      code: "ask_first",
      message:
        "This is something to ask for, and agree on together. A first conversation is a good beginning.",
    });
  });

  test("finds nothing where there is no such kind", async () => {
    const { wish } = await aWish({ typeId: randomUUID() });
    await expect(holdSlot(wish, { browserHash }, now)).rejects.toMatchObject({ name: "NotFound" });
  });

  test("one of many wins", async () => {
    const { wish } = await aWish();
    const tries = await Promise.allSettled(
      Array.from({ length: 12 }, (_, n) =>
        holdSlot({ ...wish, email: `v${n}-${wish.email}` }, { key: randomUUID(), browserHash }, now),
      ),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const lost = tries.flatMap((one) => (one.status === "rejected" ? [one.reason.code] : []));
    expect(lost).toEqual(Array.from({ length: 11 }, () => "taken"));
  });
});

describe("a hold that is not confirmed", () => {
  test("runs out, loses the name and the address, and is free for another", async () => {
    const { coach, wish } = await aWish();
    const held = await aHold({ email: wish.email, with: coach, type: wish.typeId, start, until: now });
    const kept = await aHold({
      email: wish.email,
      with: coach,
      type: wish.typeId,
      start: start + 60 * minute,
      until: now + 1,
    });
    expect(await releaseStaleHolds(now)).toBe(1);
    expect(await storedBooking(held)).toMatchObject({ status: "expired", heldName: null, heldEmail: null });
    expect(await storedBooking(kept)).toMatchObject({ status: "held" });
    const next = await holdSlot(wish, { browserHash }, now);
    expect(next.holdId).not.toBe(held);
  });

  test("may be let go by whoever has its page, once and for all", async () => {
    const { coach, wish } = await aWish();
    const held = await aHold({
      email: wish.email,
      with: coach,
      type: wish.typeId,
      start,
      until: now + minute,
    });
    await releaseHold(held);
    await releaseHold(held);
    expect(await storedBooking(held)).toMatchObject({ status: "expired", heldEmail: null });
    expect(await auditOf(held)).toEqual([{ action: "booking.hold_released", actor: null, kind: "visitor" }]);
  });

  test("a session is not a hold: letting it go does nothing", async () => {
    const { coach, wish } = await aWish();
    const id = await aBooking({ for: await aClient(), with: coach, type: wish.typeId, start });
    await releaseHold(id);
    await releaseHold(randomUUID());
    expect(await storedBooking(id)).toMatchObject({ status: "confirmed" });
  });
});

describe("a mail that did not come", () => {
  test("is sent again with a new link, and the hold lasts no longer for it", async () => {
    const { wish } = await aWish();
    const { holdId } = await holdSlot(wish, { browserHash }, now);
    await resendHold(holdId, browserHash, now + 5 * minute);
    expect(await lettersOf(holdId)).toHaveLength(2);
    const tokens = await tokensOf(holdId);
    expect(tokens.map(({ expiresAt }) => expiresAt)).toEqual([now + 15 * minute, now + 15 * minute]);
    expect((await storedBooking(holdId)).holdExpires).toBe(now + 15 * minute);
  });

  test("is not sent for a time that is free again, nor for a session, nor for nothing", async () => {
    const { coach, wish } = await aWish();
    const over = await aHold({ email: wish.email, with: coach, type: wish.typeId, start, until: now });
    await expect(resendHold(over, browserHash, now)).rejects.toMatchObject({
      code: "hold_over",
      status: 409,
      message: "This time is free for others again, so there is nothing left to confirm.",
    });
    const ada = await aClient();
    for (const [step, status] of (
      ["confirmed", "cancelled", "completed", "no_show", "declined"] as const
    ).entries()) {
      const at = start + (step + 1) * 60 * minute;
      const id = await aBooking({ for: ada, with: coach, type: wish.typeId, start: at, status });
      await expect(resendHold(id, browserHash, now)).rejects.toMatchObject({ name: "NotFound" });
    }
    await expect(resendHold(randomUUID(), browserHash, now)).rejects.toMatchObject({ name: "NotFound" });
  });
});
