import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readAddress } from "#lib/calendar/busy/feed-address.ts";
import { fetchFeed } from "#lib/calendar/busy/fetch-feed.ts";
import { isPublic } from "#lib/calendar/busy/public-addresses.ts";
import { type CalendarHost, outside, startCalendarHost } from "#tests/support/calendar-host.ts";
import { insideAddresses, insideAnswers, rebound, tryAttacks } from "./written/attacks.ts";

const calendar = "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n";
const home = "https://calendar.example.org";

let host: CalendarHost;
beforeAll(async () => {
  host = await startCalendarHost();
});
afterAll(() => host.stop());

const fetchAt = (path: string, known = {}) => fetchFeed(home + path, known, host.reach());
const problem = (name: string) => ({ name: "FeedProblem", problem: name });

describe("a calendar", () => {
  test("is fetched from where its name leads, and asked for by that name", async () => {
    host.serve("/a.ics?key=1", calendar);
    expect(await fetchFeed("webcal://calendar.example.org/a.ics?key=1#x", {}, host.reach())).toMatchObject({
      text: calendar,
      etag: null,
    });
    expect(host.asked.at(-1)?.headers).toMatchObject({
      host: "calendar.example.org",
      "accept-encoding": "gzip",
    });
  });

  test("may be packed, and may begin with a mark", async () => {
    host.serve("/packed", (_, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(calendar)),
    );
    host.serve("/marked", `\ufeff${calendar}`);
    expect((await fetchAt("/packed"))?.text).toBe(calendar);
    expect((await fetchAt("/marked"))?.text).toBe(calendar);
  });

  test("that has not changed is not sent again", async () => {
    host.serve("/etag", (request, response) => {
      const isKnown = request.headers["if-none-match"] === '"1"';
      response.writeHead(isKnown ? 304 : 200, { etag: '"1"', "last-modified": "yesterday" });
      response.end(isKnown ? undefined : calendar);
    });
    const first = await fetchAt("/etag");
    expect(first).toMatchObject({ etag: '"1"', lastModified: "yesterday" });
    expect(await fetchAt("/etag", first)).toBeUndefined();
  });

  test("may be three steps away, and no step hears what another one said", async () => {
    const to = (location: string) => (_: unknown, response: ServerResponse) =>
      response.writeHead(307, { location }).end();
    host.serve("/1", to("/2"));
    host.serve("/2", to("https://other.example.org/3"));
    host.serve("/3", to("//calendar.example.org/4"));
    host.serve("/4", calendar);
    host.serve("/0", to("/1"));
    expect((await fetchAt("/1", { etag: '"secret"' }))?.text).toBe(calendar);
    const headers = host.asked.slice(-4).map((one) => one.headers["if-none-match"]);
    expect(headers).toEqual(['"secret"', undefined, undefined, undefined]);
    await expect(fetchAt("/0")).rejects.toMatchObject(problem("leads_on"));
  });
});

describe("what is no calendar", () => {
  const html = "<!doctype html><title>Sign in</title><input type=password>";
  test.each([
    ["a page", 200, "<!doctype html><p>Welcome", "not_calendar"],
    ["a page to sign in on", 200, html, "login"],
    ["a picture", 200, "\x89PNG", "not_calendar"],
    ["a calendar further down", 200, `\r\nHello\r\n${calendar}`, "not_calendar"],
    ["nothing", 200, "", "not_calendar"],
    ["a no without a name", 401, "", "login"],
    ["a no", 403, "", "login"],
    ["a thing that is gone", 404, calendar, "gone"],
    ["a thing that is gone for good", 410, "", "gone"],
    ["a server that is ill", 503, calendar, "unreachable"],
    ["a server that has had enough", 429, "", "unreachable"],
    ["part of an answer", 206, calendar, "not_calendar"],
  ])("%s (%i) is told by its name", async (_, status, body, name) => {
    host.serve("/no", (_, response) => response.writeHead(status).end(body));
    await expect(fetchAt("/no")).rejects.toMatchObject(problem(name));
  });

  test("another way of packing is not opened", async () => {
    host.serve("/br", (_, response) => response.writeHead(200, { "content-encoding": "br" }).end(calendar));
    await expect(fetchAt("/br")).rejects.toMatchObject(problem("not_calendar"));
  });

  test("more than two megabytes are not read, nor what unpacks to more", async () => {
    const much = calendar + " ".repeat(2 * 1024 * 1024);
    host.serve("/much", much);
    host.serve("/bomb", (_, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(300_000_000))),
    );
    await expect(fetchAt("/much")).rejects.toMatchObject(problem("too_large"));
    await expect(fetchAt("/bomb")).rejects.toMatchObject(problem("too_large"));
  });

  test("one who is slow is not waited for, however they are slow", async () => {
    const brief = { ...host.reach(), patience: 300 };
    host.serve("/silent", () => {});
    host.serve("/drops", (_, response) => {
      response.writeHead(200);
      const dripping = setInterval(() => response.write("B"), 20);
      response.once("close", () => clearInterval(dripping));
    });
    await expect(fetchFeed(`${home}/silent`, {}, brief)).rejects.toMatchObject(problem("too_slow"));
    await expect(fetchFeed(`${home}/drops`, {}, brief)).rejects.toMatchObject(problem("too_slow"));
    const nobody = { ...brief, lookUp: () => new Promise<never>(() => {}) };
    await expect(fetchFeed(home, {}, nobody)).rejects.toMatchObject(problem("too_slow"));
  });

  test("a certificate for another name is nobody's", async () => {
    const reach = host.reach();
    await expect(fetchFeed("https://third.example.org/", {}, reach)).rejects.toMatchObject(
      problem("unreachable"),
    );
    const { ca: _, ...usual } = reach;
    await expect(fetchFeed(home, {}, usual)).rejects.toMatchObject(problem("unreachable"));
  });
});

describe("a machine inside", () => {
  test("is never asked, whatever leads there", async () => {
    expect(await tryAttacks(host, host.reach())).toEqual([]);
    expect(host.knocks()).toBe(0);
  });

  test("would be asked without the guard", async () => {
    await tryAttacks(host, { ...host.reach(), mayReach: () => true });
    expect(host.knocks()).toBeGreaterThan(20);
  });

  test("is not asked when a name changes its mind after it was looked up", async () => {
    host.serve("/rebound", calendar);
    const knocks = host.knocks();
    expect((await fetchFeed(`${home}/rebound`, {}, rebound(host.reach())))?.text).toBe(calendar);
    expect(host.knocks()).toBe(knocks);
  });

  test.each(insideAddresses)("%s is refused before anybody is asked", (address) => {
    expect(() => readAddress(address)).toThrow(expect.objectContaining({ name: "FeedProblem" }));
  });

  test("has no public address, and the open Internet does", () => {
    const single = insideAnswers.filter((addresses) => addresses.length === 1).flat();
    expect(single.filter(isPublic)).toEqual([]);
    expect(
      [outside, "1.1.1.1", "172.32.0.1", "2606:4700:4700::1111", "2a00::1"].filter(isPublic),
    ).toHaveLength(5);
  });
});
