import { setTimeout as pass } from "node:timers/promises";
import { expect, test } from "vitest";
import { waitForTurn } from "#lib/mail/pace.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";

onFreshDatabase();
process.env.MAIL_PER_SECOND = "5";

test("all who send together keep below Resend's rate", async () => {
  const turns: number[] = [];
  await Promise.all(
    Array.from({ length: 12 }, async () => {
      await waitForTurn({ isUrgent: false });
      turns.push(performance.now());
    }),
  );
  turns.sort((a, b) => a - b);
  expect((turns.at(-1) ?? 0) - (turns[0] ?? 0)).toBeGreaterThan(11 * 200 - 150);
});

test("a way in goes before other mail that waits for its turn", async () => {
  const order: string[] = [];
  const others = Array.from({ length: 10 }, async () => {
    await waitForTurn({ isUrgent: false });
    order.push("booking");
  });
  await pass(250);
  await waitForTurn({ isUrgent: true });
  order.push("sign-in");
  expect(order.length).toBeLessThan(6);
  await Promise.all(others);
});
