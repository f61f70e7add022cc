import fc from "fast-check";
import { type Breaks, noControls } from "./broken.ts";

/** Nothing is wrong but the headers, or a body where none is asked for. */
export const oddities: Breaks = fc
  .uint8Array({ maxLength: 2_000 })
  .map((some) => ({ what: "odd", isHarmless: true, draft: { body: Buffer.from(some) } }));

const cookieValue = fc.oneof(
  fc.constantFrom(
    "",
    "%",
    "%E0%A4%A",
    "%00",
    "\xff\xfe",
    '"',
    '"a',
    "a=b=c",
    "{}",
    "__proto__",
    "a".repeat(6_000),
  ),
  fc.constantFrom(
    "../..",
    "Europe%2FNowhere",
    "https://example.com",
    "//example.com",
    "A".repeat(43),
    "-".repeat(43),
  ),
  fc.string().map(noControls),
);
const cookieName = fc.constantFrom(
  ...["attune", "si", "zone", "next-auth.callback-url", "next-auth.session-token", "next-auth.csrf-token"],
  ...["__Host-attune", "__proto__", "constructor", "__prerender_bypass", "NEXT_LOCALE", "", "\xff"],
);
const cookie = fc
  .array(fc.tuple(cookieName, cookieValue), { minLength: 1, maxLength: 2 })
  .map((pairs) => pairs.map((pair) => pair.join("=")).join("; "));

const oddHeader: fc.Arbitrary<[string, string]> = fc.oneof(
  cookie.map((value): [string, string] => ["cookie", value]),
  fc.constantFrom<[string, string]>(
    ["host", "evil.example.com"],
    ["host", "\xff"],
    ["host", "localhost:99999"],
    ["host", "a".repeat(2_000)],
    ["x-forwarded-host", "evil.example.com, \xff"],
    ["x-forwarded-proto", "gopher"],
    ["forwarded", "for=;host=\xff"],
    ["rsc", "1"],
    ["next-router-prefetch", "1"],
    ["next-router-state-tree", "%5B%"],
    ["next-router-segment-prefetch", "/../.."],
    ["next-url", "/\xff%"],
    ["next-resume", "1"],
    ["x-middleware-subrequest", "proxy:proxy:proxy:proxy:proxy"],
    ["x-middleware-rewrite", "https://example.com"],
    ["x-middleware-set-cookie", "attune=x"],
    ["x-nextjs-data", "1"],
    ["x-invoke-path", "/coach"],
    ["x-matched-path", "/coach"],
    ["x-attune-address", "not an address"],
    ["x-attune-path", "//example.com"],
    ["x-http-method-override", "DELETE"],
    ["content-security-policy", "script-src 'nonce-\"><script>'"],
    ["accept", "\xff;q=9"],
    ["accept-language", `${"x-".repeat(500)};q=NaN`],
    ["accept-encoding", "gzip;q=-1, \xff"],
    ["if-none-match", "*"],
    ["if-modified-since", "never"],
    ["range", "bytes=9-1"],
    ["expect", "100-continue"],
    ["upgrade", "websocket"],
    ["authorization", "Basic \xff"],
    ["purpose", "prefetch"],
    ["x-forwarded-port", "-1"],
    ["traceparent", "\xff".repeat(100)],
  ),
);
export const oddHeaders = fc.array(oddHeader, { maxLength: 4 }).map((pairs) => Object.fromEntries(pairs));
