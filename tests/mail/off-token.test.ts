import { beforeAll, expect, test, vi } from "vitest";
import { classOf, isSwitchable, laneOf, letterKinds } from "#lib/mail/letters.ts";
import { offToken, readOffToken } from "#lib/mail/off-token.ts";

const userId = "8d1f5d0e-52f4-4a0e-9a53-0a4f4a0f8f8d";

beforeAll(() => {
  vi.stubEnv("DATABASE_URL", "postgres://nobody@localhost/none");
});

test("what was signed is read again, for that person and that class alone", () => {
  const token = offToken(userId, "reminders");
  expect(readOffToken(token)).toEqual({ userId, of: "reminders" });
  expect(new URLSearchParams({ t: token }).toString()).toBe(`t=${token}`);
});

test("nothing else is", () => {
  const token = offToken(userId, "reminders");
  const signature = token.split(".")[2];
  for (const other of [
    "",
    ".",
    "..",
    `${userId}.reminders`,
    `${userId}.reminders.`,
    `${userId}.lessons.${signature}`,
    `9${userId.slice(1)}.reminders.${signature}`,
    `${userId}.booking.${signature}`,
    `${userId}.__proto__.${signature}`,
    token.slice(0, -1),
    `${token}A`,
  ])
    expect(readOffToken(other), other).toBeUndefined();
});

test("mail about the account and about bookings cannot be switched off; a way in comes first", () => {
  for (const kind of letterKinds)
    expect(isSwitchable(classOf(kind)), kind).toBe(!["account", "booking"].includes(classOf(kind)));
  expect(laneOf("sign_in")).toBe("sign-in");
  expect(laneOf("booking_moved")).toBe("booking");
});
