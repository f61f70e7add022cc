import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Delivery, deliveryOf, isFurther, reasonOf } from "#lib/mail/webhooks/delivery.ts";

type Told = { delivery: Delivery; at: number; bounce?: string };
type Standing = { delivery: Delivery | null; deliveryAt: number | null; lastError: string | null };

const nothing: Standing = { delivery: null, deliveryAt: null, lastError: null };

const standingAfter = (events: Told[]) =>
  events.reduce<Standing>(
    (standing, told) =>
      isFurther(told, standing)
        ? {
            delivery: told.delivery,
            deliveryAt: told.at,
            lastError: reasonOf(told) ?? standing.lastError,
          }
        : standing,
    nothing,
  );

const anyTold: fc.Arbitrary<Told> = fc.record(
  {
    delivery: fc.constantFrom("delayed", "delivered", "failed", "suppressed", "bounced", "complained"),
    at: fc.integer({ min: 1, max: 5 }),
    bounce: fc.constantFrom("permanent", "transient"),
  },
  { requiredKeys: ["delivery", "at"] },
);

describe("how far a mail has come", () => {
  test.each([
    ["delayed", "delivered"],
    ["delivered", "failed"],
    ["failed", "suppressed"],
    ["suppressed", "bounced"],
    ["bounced", "complained"],
  ] as const)("goes from %s to %s and never back, whenever they happened", (before, after) => {
    for (const [first, second] of [
      [1, 2],
      [2, 1],
    ] as const) {
      const events = [
        { delivery: before, at: first },
        { delivery: after, at: second },
      ];
      expect(standingAfter(events).delivery).toBe(after);
      expect(standingAfter(events.reverse()).delivery).toBe(after);
    }
  });

  test("is the same in whatever order, and however often, it is told", () => {
    const told = fc.array(anyTold, { minLength: 1, maxLength: 6 }).chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc
          .shuffledSubarray([...events, ...events], { minLength: 2 * events.length })
          .filter((all) => all.length === 2 * events.length),
      ),
    );
    fc.assert(
      fc.property(told, ([events, again]) => {
        const [one, other] = [standingAfter(events), standingAfter(again)];
        expect([other.delivery, other.deliveryAt]).toEqual([one.delivery, one.deliveryAt]);
        if (one.delivery === "bounced")
          expect(other.lastError === "permanent").toBe(one.lastError === "permanent");
      }),
    );
  });

  test("is told only by events that speak of it", () => {
    expect(deliveryOf("email.delivery_delayed")).toBe("delayed");
    expect(deliveryOf("email.sent")).toBeNull();
    for (const other of ["email.opened", "email.clicked", "contact.created", "constructor", "__proto__"])
      expect(deliveryOf(other)).toBeUndefined();
  });

  test("a bounce is for good unless Resend says otherwise", () => {
    expect(reasonOf({ delivery: "bounced" })).toBe("permanent");
    expect(reasonOf({ delivery: "bounced", bounce: "transient" })).toBe("transient");
    expect(reasonOf({ delivery: "complained", bounce: "permanent" })).toBeUndefined();
  });
});
