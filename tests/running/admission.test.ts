import { describe, expect, test } from "vitest";
import { clientAddress, turnAway } from "#lib/running/admission.ts";

describe("at the door", () => {
  test.each(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])("%s is let in", (method) => {
    expect(turnAway(method, "/book?from=2026-11-22&who=a%20b")).toBeUndefined();
  });

  test.each(["TRACE", "CONNECT", "PURGE", "PROPFIND", "get", undefined])("%s is turned away", (method) => {
    expect(turnAway(method, "/")).toMatchObject({ status: 405, allow: expect.stringContaining("GET") });
  });

  test.each([
    undefined,
    "",
    "*",
    "http://elsewhere.example.org/",
    "//elsewhere.example.org",
    "/%E0%A4%A",
    "/%",
    "/a%00b",
    "/a%0d%0ab",
    "/a\\b",
    "/?name=%ZZ",
  ])("an address like %s is turned away", (url) => {
    expect(turnAway("GET", url)).toMatchObject({ status: 400 });
  });

  test.each(["/", "/caf%C3%A9", "/a+b?c=d+e", "/?q=1%2B1&x", "/_next/static/a.js"])("%s is let in", (url) => {
    expect(turnAway("GET", url)).toBeUndefined();
  });
});

describe("who asks", () => {
  const socket = "10.0.0.1";

  test("is the other end of the line, whatever they say, when no proxy is trusted", () => {
    expect(clientAddress(socket, "6.6.6.6", 0)).toBe(socket);
  });

  test("is whom the trusted proxy names, not whom they name themselves", () => {
    expect(clientAddress(socket, "6.6.6.6, 203.0.113.9", 1)).toBe("203.0.113.9");
    expect(clientAddress(socket, "6.6.6.6, 203.0.113.9, 10.0.0.2", 2)).toBe("203.0.113.9");
  });

  test("is the other end of the line when the proxies have left no trace, or nonsense", () => {
    expect(clientAddress(socket, undefined, 1)).toBe(socket);
    expect(clientAddress(socket, "unknown", 1)).toBe(socket);
  });

  test("is one and the same however the address is written", () => {
    expect(clientAddress("::ffff:192.0.2.1", undefined, 0)).toBe("192.0.2.1");
    expect(clientAddress(socket, "192.0.2.1:4711", 1)).toBe("192.0.2.1");
    expect(clientAddress(socket, "[2001:db8::1]:4711", 1)).toBe("2001:db8::1");
  });
});
