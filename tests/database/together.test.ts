import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { together } from "#db/together.ts";

async function oneFails(all: (...both: Promise<unknown>[]) => Promise<unknown>) {
  let hasEnded = false;
  const slow = pause(20).then(() => {
    hasEnded = true;
  });
  await expect(all(Promise.reject(new Error("refused")), slow)).rejects.toThrow("refused");
  const ended = hasEnded;
  await slow;
  return ended;
}

test("what was sent together gives its answers in their order", async () => {
  expect(await together(pause(5, "late"), "soon", Promise.resolve(3))).toEqual(["late", "soon", 3]);
});

test("a failure is told only when nothing of it is under way any more", async () => {
  expect(await oneFails(together)).toBe(true);
});

test("the usual way would tell it before, and let the rest run on", async () => {
  expect(await oneFails((...both) => Promise.all(both))).toBe(false);
});
