import fc from "fast-check";
import type { Breaks, Broken } from "./broken.ts";
import { type Draft, render } from "./wire.ts";

/** No HTTP, or hardly any. What the server should take for some all the same comes from nowhere, so it is refused. */
export function protocols(good: Draft): Breaks {
  const { origin: _, ...headers } = good.headers;
  const whole = render({ ...good, headers }).toString("latin1");
  const [line = "", ...rest] = whole.split("\r\n");
  const add = (header: string) => [line, header, ...rest].join("\r\n");
  const target = line.split(" ")[1] ?? "";
  const cases: [string, string][] = [
    ["no host", whole.replace(/^host:.*\r\n/m, "")],
    ["two hosts", add("host: example.com")],
    ["two lengths", add("content-length: 7")],
    ["a length of minus one", whole.replace(/content-length: \d+/, "content-length: -1")],
    ["a length of 1e9", whole.replace(/content-length: \d+/, "content-length: 1e9")],
    ["length and chunks", add("transfer-encoding: chunked")],
    ["odd coding", add("transfer-encoding: \xff")],
    ["bad chunks", `${whole.replace(/content-length: \d+/, "transfer-encoding: chunked")}zz\r\n`],
    ["NUL in a header", add("x: a\0b")],
    ["a header without a name", add(": x")],
    ["a folded header", add("x: a\r\n b")],
    ["a header too long", add(`x: ${"a".repeat(20_000)}`)],
    ["too many headers", add(Array.from({ length: 1_500 }, (_, at) => `x${at}: y`).join("\r\n"))],
    ["lines without CR", whole.replaceAll("\r\n", "\n")],
    ["HTTP/9.9", whole.replace("HTTP/1.1", "HTTP/9.9")],
    ["HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"],
    ["no HTTP", "\x16\x03\x01\0\xa5\x01\0\0\xa1\x03\x03\r\n\r\n"],
    ["a proxy's target", whole.replace(target, `http://example.com${target}`)],
    ["no target", whole.replace(target, "*")],
    ["two slashes", whole.replace(target, `//example.com${target}`)],
    ["a backslash", whole.replace(target, target.replace("/api", "/\\api"))],
    ["control characters", whole.replace(target, `${target}\x01`)],
    ["high bytes", whole.replace(target, `${target}\xff`)],
  ];
  const isRead = good.method === "GET";
  const broken = (what: string, bytes: string): Broken => ({
    what,
    bytes,
    isBroken: true,
    isHarmless: isRead,
  });
  return fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...cases).map(([what, bytes]) => broken(what, bytes)) },
    fc
      .nat(whole.length - 1)
      .map((length) => ({ ...broken("half a request", whole.slice(0, length)), endsEarly: true })),
  );
}
