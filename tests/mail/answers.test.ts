import { describe, expect, test } from "vitest";
import { outcomeOf } from "#lib/mail/answers.ts";

const middling = () => 0.5;
const first = { tries: 1, isUrgent: false };

describe("an answer from Resend", () => {
  test("that never came, or came from something broken, may have been a yes", () => {
    for (const status of [null, 100, 301, 408, 500, 502, 503, 504])
      expect(outcomeOf({ status }, first)).toMatchObject({ state: "again", wasRefused: false });
  });

  test("is waited for longer each time, up to half an hour, and at first hardly at all while somebody waits", () => {
    const wait = (tries: number, isUrgent = false) => {
      const outcome = outcomeOf({ status: null }, { tries, isUrgent }, middling);
      return outcome.state === "again" ? outcome.inMs / 1_000 : 0;
    };
    expect([1, 2, 3, 4].map((tries) => wait(tries))).toEqual([4.375, 8.75, 17.5, 35]);
    expect([10, 100, 1_000, 10_000].map((tries) => wait(tries))).toEqual([1575, 1575, 1575, 1575]);
    expect([1, 2, 3, 4, 5, 6].map((tries) => wait(tries, true))).toEqual([
      0.21875, 0.21875, 0.21875, 0.21875, 0.4375, 0.875,
    ]);
    expect(wait(10_000, true)).toBe(1575);
  });

  test("that a quota is used up holds all but the ways in", () => {
    for (const code of ["daily_quota_exceeded", "monthly_quota_exceeded"])
      expect(outcomeOf({ status: 429, code }, first)).toMatchObject({
        state: "again",
        pause: "all but sign-in",
        wasRefused: true,
        isOdd: true,
      });
  });

  test("that the key is wrong holds everything", () => {
    expect(outcomeOf({ status: 401, code: "missing_api_key" }, first)).toMatchObject({
      pause: "all",
      wasRefused: true,
    });
    expect(outcomeOf({ status: 403, code: "invalid_api_key" }, first)).toMatchObject({
      pause: "all",
      wasRefused: true,
    });
  });

  test("that the mail is wrong ends it", () => {
    for (const status of [400, 403, 404, 405, 413, 422])
      expect(outcomeOf({ status, code: "validation_error" }, first)).toEqual({
        state: "dead",
        code: "validation_error",
        isOdd: true,
      });
  });
});
