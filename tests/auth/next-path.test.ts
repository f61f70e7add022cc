import { expect, test } from "vitest";
import { ownPath, pathAfterSignIn, pathToSignIn } from "#lib/auth/next-path.ts";

const strangers = [
  "https://evil.example",
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "/%2f/evil.example",
  "/book//evil.example",
  "/book/..//evil.example",
  "/book/../../evil.example",
  "/book\nlocation: evil",
  "/book?next=https://evil.example",
  "/book#@evil.example",
  "/book@evil.example",
  "/lessons/when-one-reaches#//evil.example",
  "/lessons/when-one-reaches#a\nb",
  "javascript:alert(1)",
  "data:text/html,x",
  " /book",
  "/book ",
  "/api/sign-out",
  "/sign-in",
  "/",
  "",
  "/bookings",
  "/sessions/\u0000",
  `/sessions/${"a".repeat(500)}`,
  undefined,
  null,
];

test.each(strangers)("nobody is led to %j after signing in", (path) => {
  expect(ownPath(path)).toBeUndefined();
  expect(pathAfterSignIn("client", path ?? undefined)).toBe("/sessions");
  expect(pathAfterSignIn("coach", path ?? undefined)).toBe("/coach");
  expect(pathToSignIn(path ?? null)).toBe("/sign-in");
});

test.each(["/book", "/sessions", "/account", "/sessions/3f2c", "/book?type=3f2c&from=2026-12-01"])(
  "a client is led back to %s",
  (path) => {
    expect(pathAfterSignIn("client", path)).toBe(path);
    expect(pathToSignIn(path)).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
  },
);

test.each([
  "/lessons",
  "/lessons/when-one-reaches",
  "/lessons/when-one-reaches?in=es",
  "/lessons/when-one-reaches#draw-the-loop",
])("both roles are led back to %s", (path) => {
  expect(pathAfterSignIn("client", path)).toBe(path);
  expect(pathAfterSignIn("coach", path)).toBe(path);
});

test("each role is led to its own side only", () => {
  expect(pathAfterSignIn("client", "/coach/availability")).toBe("/sessions");
  expect(pathAfterSignIn("coach", "/coach/availability")).toBe("/coach/availability");
  expect(pathAfterSignIn("coach", "/coach/letters/booking_moved")).toBe("/coach/letters/booking_moved");
  expect(pathAfterSignIn("coach", "/sessions/3f2c")).toBe("/coach");
});
