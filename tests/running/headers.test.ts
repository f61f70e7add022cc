import { NextRequest } from "next/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { contentPolicy, forStaticFiles, headersFor, refuseOutright } from "#lib/running/headers.ts";
import { proxy } from "../../proxy.ts";

const ask = (path: string, init: { method?: string; headers?: Record<string, string> } = {}) =>
  proxy(new NextRequest(`http://localhost:3000${path}`, init));
const nonceOf = (answer: Response) =>
  answer.headers.get("content-security-policy")?.match(/'nonce-([^']+)'/)?.[1];

afterEach(() => vi.unstubAllEnvs());

describe("what every answer carries", () => {
  it("lets a page run only scripts that bear its own nonce", () => {
    expect(contentPolicy("n0nce")).toBe(
      "default-src 'none'; script-src 'nonce-n0nce' 'strict-dynamic'; style-src 'self' 'nonce-n0nce'; img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'",
    );
  });

  it("never allows eval or inline code outside development", () => {
    expect(contentPolicy("n")).not.toMatch(/unsafe/);
    expect(contentPolicy("n", { development: true })).toMatch(/'unsafe-eval'/);
  });

  it("lets a letter's preview be framed by our own pages, look as it likes and do nothing", () => {
    expect(ask("/api/coach/letters/preview?kind=x").headers.get("content-security-policy")).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-scripts",
    );
    for (const path of ["/coach/letters/preview", "/api/coach/letters", "/api/coach/letters/preview/x"])
      expect(ask(path).headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  });

  it("lets a lesson's preview be framed by our own pages, and is no less strict about what runs in it", () => {
    const path = "/coach/lessons/0b8e2c6e-2f0e-4b5e-9c53-6d3d2ad7a001";
    const policyOf = (one: string) => ask(one).headers.get("content-security-policy") ?? "";
    const plain = (policy: string) =>
      policy.replace(/nonce-[^']+/g, "").replace("ancestors 'self'", "ancestors 'none'");
    expect(policyOf(`${path}/preview?in=en`)).toContain("frame-ancestors 'self'");
    expect(plain(policyOf(`${path}/preview`))).toBe(plain(policyOf(path)));
    for (const other of [path, `${path}/preview/x`, "/coach/lessons/preview", "/lessons/preview"])
      expect(policyOf(other)).toContain("frame-ancestors 'none'");
  });

  it("gives each visit a nonce of its own and keeps the page out of every cache", () => {
    const [one, other] = [ask("/"), ask("/")];
    expect(nonceOf(one)).toMatch(/^[\w+/]{24}$/);
    expect(nonceOf(one)).not.toBe(nonceOf(other));
    expect(one.headers.get("cache-control")).toBe("private, no-store");
  });

  it("hands Next the policy it made and not the one a visitor sent", () => {
    const answer = ask("/", { headers: { "content-security-policy": "script-src 'nonce-mine'" } });
    const forwarded = answer.headers.get("x-middleware-request-content-security-policy");
    expect(forwarded).toBe(answer.headers.get("content-security-policy"));
    expect(forwarded).not.toContain("mine");
  });

  it("promises a secure connection only where there is one", () => {
    vi.stubEnv("APP_URL", "http://localhost:3000");
    expect(ask("/").headers.has("strict-transport-security")).toBe(false);
    vi.stubEnv("APP_URL", "https://portal.example.org");
    expect(ask("/").headers.get("strict-transport-security")).toBe(
      "max-age=63072000; includeSubDomains; preload",
    );
  });

  it("lets search engines see the open pages and nothing behind them", () => {
    const to = { nonce: "n", https: false };
    expect(headersFor("/support", to)["X-Robots-Tag"]).toBeUndefined();
    for (const path of ["/sessions", "/coach", "/api/slots", "/sign-in", "/confirm/abc", "/calendar/abc.ics"])
      expect(headersFor(path, to)["X-Robots-Tag"]).toBe("noindex");
  });

  it("leaves it to a calendar how long it may be kept, and to nothing else", () => {
    expect(ask("/calendar/abc.ics").headers.has("cache-control")).toBe(false);
    for (const path of ["/calendar", "/calendar/abc", "/calendar/abc.ics/x", "/sessions/calendar/abc.ics"])
      expect(ask(path).headers.get("cache-control")).toBe("private, no-store");
    expect(ask("/calendar/abc.ics", { method: "POST" }).headers.get("cache-control")).toBe(
      "private, no-store",
    );
  });

  it("treats prefetches like visits", () => {
    const answer = ask("/support", { headers: { "next-router-prefetch": "1", rsc: "1" } });
    expect(nonceOf(answer)).toBeDefined();
  });

  it("sends static files with everything but a nonce", () => {
    expect(forStaticFiles["X-Content-Type-Options"]).toBe("nosniff");
    expect(forStaticFiles["Content-Security-Policy"]).not.toContain("nonce");
  });
});

describe("what never reaches a page", () => {
  it.each(["next-action", "next-resume", "x-middleware-subrequest"])("a request with %s", async (name) => {
    const answer = ask("/", { headers: { [name]: "1" } });
    expect(answer.status).toBe(400);
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect(await answer.json()).toEqual({ error: { code: "refused", message: expect.any(String) } });
  });

  it.each(["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PURGE"])("a %s to a page", (method) => {
    const answer = ask("/support", { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get("allow")).toBe("GET, HEAD");
  });

  it("a method that nobody needs, even where writing is allowed", () => {
    expect(refuseOutright("PURGE", "/api/bookings", () => false)?.status).toBe(405);
    expect(refuseOutright("POST", "/api/bookings", () => false)).toBeUndefined();
    expect(refuseOutright("POST", "/apiary", () => false)?.status).toBe(405);
  });

  it("the image optimizer", () => {
    expect(ask("/_next/image?url=%2Ficon.svg&w=64&q=75").status).toBe(404);
  });
});
