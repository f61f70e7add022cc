import { randomUUID } from "node:crypto";
import { setTimeout as pass } from "node:timers/promises";
import { expect, test } from "vitest";
import { waitForTurn } from "#lib/mail/pace.ts";
import { planned } from "#tests/support/letters.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";

onFreshDatabase();
process.env.MAIL_PER_SECOND = "5";

test("all who send together keep below Resend's rate", async () => {
  const id = await planned();
  const turns: number[] = [];
  await Promise.all(
    Array.from({ length: 12 }, async () => {
      await waitForTurn(id, false, Date.now());
      turns.push(performance.now());
    }),
  );
  turns.sort((a, b) => a - b);
  expect((turns.at(-1) ?? 0) - (turns[0] ?? 0)).toBeGreaterThan(11 * 200 - 150);
});

test("a way in goes before other mail that waits for its turn", async () => {
  const id = await planned();
  const order: string[] = [];
  const others = Array.from({ length: 10 }, async () => {
    await waitForTurn(id, false, Date.now());
    order.push("booking");
  });
  await pass(250);
  await waitForTurn(id, true, Date.now());
  order.push("sign-in");
  expect(order.length).toBeLessThan(6);
  await Promise.all(others);
});

test("nobody takes a turn for a letter that is not due", async () => {
  const id = await planned();
  const began = performance.now();
  for (let turn = 0; turn < 20; turn += 1)
    expect(await waitForTurn(randomUUID(), false, Date.now())).toBe(undefined);
  expect(await waitForTurn(id, false, Date.now())).toBeDefined();
  expect(performance.now() - began).toBeLessThan(2_000);
});
