import { expect, test } from "vitest";
import { waitForTurn } from "#lib/mail/pace.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";

onFreshDatabase();
process.env.MAIL_PER_SECOND = "5";

test("all who send together keep below Resend's rate", async () => {
  const turns: number[] = [];
  await Promise.all(
    Array.from({ length: 12 }, async () => {
      await waitForTurn();
      turns.push(performance.now());
    }),
  );
  turns.sort((a, b) => a - b);
  expect((turns.at(-1) ?? 0) - (turns[0] ?? 0)).toBeGreaterThan(11 * 200 - 150);
});
