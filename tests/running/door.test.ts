import { once } from "node:events";
import { type IncomingHttpHeaders, request } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { DatabaseAway } from "#db/errors.ts";
import { doorFor, type Handler } from "#lib/running/door.ts";

type Answer = { status: number | undefined; headers: IncomingHttpHeaders; body: string };

const appUrl = "https://portal.example.org";
let closeDoor: () => Promise<void> = async () => {};
afterEach(() => closeDoor());

/** A door with a page behind it that tells which headers it was given. */
async function openDoor(
  options: { trustProxy?: number; headersWithin?: number } = {},
  page: Handler = tellHeaders,
) {
  const door = doorFor(page, { appUrl, trustProxy: 0, ...options });
  door.server.listen(0, "127.0.0.1");
  await once(door.server, "listening");
  closeDoor = () => door.close(0);
  const { port } = door.server.address() as AddressInfo;
  return { port, close: door.close };
}

const tellHeaders: Handler = async (asked, response) => {
  response.end(JSON.stringify({ headers: asked.headers, raw: asked.rawHeaders }));
};

function ask(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = request({ port, method, path, headers, host: "127.0.0.1" }, async (response) => {
      let body = "";
      for await (const chunk of response) body += chunk;
      resolve({ status: response.statusCode, headers: response.headers, body });
    });
    asking.on("error", reject).end();
  });
}

/** What the server says to bytes that no client would send. */
async function sendBytes(port: number, bytes: string): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => {});
  socket.write(bytes);
  let said = "";
  for await (const chunk of socket) said += chunk;
  return said.split("\r\n")[0] ?? "";
}

test("what is said to a write is not packed, and a page may be", async () => {
  const { port } = await openDoor();
  const packing = async (method: string) => {
    const { body } = await ask(port, method, "/", { "accept-encoding": "gzip" });
    return (JSON.parse(body) as { headers: IncomingHttpHeaders }).headers["accept-encoding"];
  };
  expect(await packing("POST")).toBeUndefined();
  expect(await packing("GET")).toBe("gzip");
});

test("a stranger cannot speak for a proxy or for the framework", async () => {
  const { port } = await openDoor();
  const { body } = await ask(port, "GET", "/", {
    Host: "evil.example.org",
    "X-Attune-Address": "6.6.6.6",
    "X-Forwarded-For": "6.6.6.6",
    "X-Forwarded-Host": "evil.example.org",
    "X-Forwarded-Proto": "http",
    Forwarded: "for=6.6.6.6;host=evil.example.org",
    "X-Middleware-Subrequest": "proxy:proxy:proxy",
    "X-Invoke-Path": "/coach",
    "X-Nextjs-Data": "1",
    Accept: "text/html",
  });
  const { headers, raw } = JSON.parse(body);
  expect(headers).toEqual({
    accept: "text/html",
    connection: "keep-alive",
    host: "portal.example.org",
    "x-attune-address": "127.0.0.1",
    "x-forwarded-for": "127.0.0.1",
    "x-forwarded-host": "portal.example.org",
    "x-forwarded-proto": "https",
  });
  expect(raw.join()).not.toMatch(/evil|6\.6\.6\.6|subrequest/i);
});

test("behind a trusted proxy, the address is the one that the proxy saw", async () => {
  const { port } = await openDoor({ trustProxy: 1 });
  const { body } = await ask(port, "GET", "/", { "X-Forwarded-For": "6.6.6.6, 203.0.113.9" });
  expect(JSON.parse(body).headers["x-attune-address"]).toBe("203.0.113.9");
});

test.each(["TRACE", "PROPFIND"])("%s is turned away before the pages", async (method) => {
  const { port } = await openDoor();
  const { status, headers } = await ask(port, method, "/");
  expect(status).toBe(405);
  expect(headers).toMatchObject({
    allow: expect.stringContaining("GET"),
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
  });
});

test("a program is told in JSON, a person in a sentence", async () => {
  const { port } = await openDoor();
  expect(JSON.parse((await ask(port, "GET", "/api/slots?type=%ZZ")).body)).toMatchObject({
    error: { code: "address" },
  });
  expect((await ask(port, "GET", "/%E0%A4%A")).body).toMatch(/^This address cannot be read/);
});

test.each([
  { name: "a method that nobody knows", bytes: "FOO / HTTP/1.1\r\nHost: a\r\n\r\n", status: "405" },
  { name: "a call for a tunnel", bytes: "CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n", status: "405" },
  {
    name: "a huge header",
    bytes: `GET / HTTP/1.1\r\nHost: a\r\nX: ${"a".repeat(17_000)}\r\n\r\n`,
    status: "431",
  },
  { name: "no host", bytes: "GET / HTTP/1.1\r\n\r\n", status: "400" },
  {
    name: "two lengths",
    bytes: "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
    status: "400",
  },
])("$name is answered with $status", async ({ bytes, status }) => {
  const { port } = await openDoor();
  expect(await sendBytes(port, bytes)).toContain(` ${status} `);
});

test("whoever sends a request a letter at a time is not waited for", async () => {
  const { port } = await openDoor({ headersWithin: 500 });
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => {});
  socket.write("GET / HTTP/1.1\r\nHost: a\r\n");
  const dripping = setInterval(() => socket.write("X: y\r\n"), 100);
  let said = "";
  for await (const chunk of socket) said += chunk;
  clearInterval(dripping);
  expect(said).toMatch(/^HTTP\/1.1 408/);
});

test("what is being answered when the server is asked to end is answered to its end", async () => {
  const { port, close } = await openDoor({}, async (_, response) => {
    response.write("half of it");
    await pause(300);
    response.end(", and the rest");
  });
  const answer = ask(port, "GET", "/");
  await pause(100);
  const began = Date.now();
  const closed = close(20_000);
  expect((await answer).body).toBe("half of it, and the rest");
  await closed;
  expect(Date.now() - began).toBeLessThan(10_000);
});

test("what does not end is cut off when its time is over", async () => {
  const { port, close } = await openDoor({}, () => new Promise(() => {}));
  const answer = ask(port, "GET", "/").catch((error: NodeJS.ErrnoException) => error.code);
  await pause(100);
  await close(200);
  expect(await answer).toBe("ECONNRESET");
});

test("a page that failed because the database was away says come back; any other says that it failed", async () => {
  const failing: Handler = async (asked, response) => {
    if (asked.url === "/away") new DatabaseAway("ECONNREFUSED");
    response.statusCode = 500;
    response.end("sorry");
  };
  const { port } = await openDoor({}, failing);
  const away = await ask(port, "GET", "/away");
  expect([away.status, away.headers["retry-after"]]).toEqual([503, "10"]);
  const broken = await ask(port, "GET", "/broken");
  expect([broken.status, broken.headers["retry-after"]]).toEqual([500, undefined]);
});
