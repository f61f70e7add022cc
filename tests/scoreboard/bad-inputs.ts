import fc from "fast-check";
import { someNetwork } from "./ask.ts";
import { badWords, nearMisses } from "./bad-bodies.ts";

export type Draft = {
  method: string;
  /** "/api/holds/[id]/confirm" */
  path: string;
  id: string;
  query: string;
  headers: Record<string, string | undefined>;
  body: object | Buffer | undefined;
};

/** A request that must be refused; or, if it `isHarmless`, may be answered in any way but with an error of ours. */
export type BadInput = {
  what: string;
  bytes: Buffer;
  isHarmless: boolean;
  /** No proper request: the line may be cut without an answer. */
  isBroken: boolean;
  endsEarly: boolean;
};

type Broken = {
  what: string;
  draft?: Partial<Draft>;
  /** In place of the whole. */
  bytes?: string;
  isHarmless?: boolean;
  isBroken?: boolean;
  endsEarly?: boolean;
};
type Breaks = fc.Arbitrary<Broken>;

/** Bad inputs for the route of this good request, each wrong in one way that matters and odd in some that do not. */
export function badInputs(good: Draft): fc.Arbitrary<BadInput> {
  const isRead = good.method === "GET";
  const everywhere = [methods(good), queries(good), doors, protocols(good)];
  const breaks = isRead
    ? [...everywhere, { weight: 3, arbitrary: questions(good) }, { weight: 2, arbitrary: oddities }]
    : [...everywhere, { weight: 8, arbitrary: bodies(good) }, origins(good), keys(good), types, bytes(good)];
  const ids = good.path.includes("[id]") ? [{ weight: 3, arbitrary: oddIds(good) }] : [];
  return fc.tuple(fc.oneof(...breaks, ...ids), oddHeaders).map(([broken, odd]) => {
    const { what, isHarmless = false, isBroken = false, endsEarly = false } = broken;
    const draft = { ...good, ...broken.draft };
    const headers = { ...good.headers, ...joinCookies(good, odd), ...broken.draft?.headers };
    const text = broken.bytes ? Buffer.from(broken.bytes, "latin1") : render({ ...draft, headers });
    return { what, isHarmless, isBroken, endsEarly, bytes: text };
  });
}

function joinCookies({ headers: { cookie } }: Draft, odd: Draft["headers"]): Draft["headers"] {
  return odd.cookie && cookie ? { ...odd, cookie: `${cookie}; ${odd.cookie}` } : odd;
}

export function render({ method, path, id, query, headers, body }: Draft): Buffer {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(body === undefined ? "" : JSON.stringify(body));
  const target = path.replace("[id]", id) + (query && `?${query}`);
  const all = { "x-forwarded-for": someNetwork(), "content-length": String(bytes.length), ...headers };
  const lines = Object.entries(all).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  );
  const head = [`${method} ${target} HTTP/1.1`, ...lines, "connection: close", "", ""].join("\r\n");
  return Buffer.concat([Buffer.from(head, "latin1"), bytes]);
}

let people = 0;

function bodies({ body }: Draft): Breaks {
  return nearMisses(body ?? {}).map(({ what, text }) => {
    people += 1;
    // Another address each time, so that the limit of one hides nothing.
    return { what, draft: { body: Buffer.from(text.replace("@example.org", `-${people}@example.org`)) } };
  });
}

function bytes({ body }: Draft): Breaks {
  const text = JSON.stringify(body ?? {});
  const broken = fc.constantFrom(
    [0xff],
    [0xc0, 0x80],
    [0xed, 0xa0, 0x80],
    [0xf8, 0x88, 0x80, 0x80, 0x80],
    [0xe2, 0x82],
  );
  const noUtf8 = fc.tuple(broken, fc.nat(text.length)).map(([odd, at]) => {
    return Buffer.concat([Buffer.from(text.slice(0, at)), Buffer.from(odd), Buffer.from(text.slice(at))]);
  });
  const deep = fc.constantFrom(
    "[".repeat(10_000) + "]".repeat(10_000),
    "[".repeat(10_000),
    `${'{"":'.repeat(5_000)}1${"}".repeat(5_000)}`,
    `{"a":${"[".repeat(10_000)}${"]".repeat(10_000)},${text.slice(1)}`.replace(",}", "}"),
  );
  const large = fc
    .constantFrom(32_769, 100_000, 1_000_000)
    .map((size) => ({ what: "large", isBroken: true, draft: { body: Buffer.from(text.padEnd(size, " ")) } }));
  return fc.oneof(
    noUtf8.map((body) => ({ what: "no UTF-8", draft: { body } })),
    fc.uint8Array({ maxLength: 300 }).map((some) => ({
      what: "raw bytes",
      draft: { body: Buffer.concat([Buffer.from("?"), some]) },
    })),
    deep.map((body) => ({ what: "deep", draft: { body: Buffer.from(body) } })),
    fc
      .nat(text.length - 1)
      .map((length) => ({ what: "half", draft: { body: Buffer.from(text.slice(0, length)) } })),
    fc.constantFrom("{}{}", "{a:1}", "NaN", "//\n{}", "\ufeff", "").map((body) => ({
      what: `no JSON ${body}`,
      draft: { body: Buffer.from(body) },
    })),
    large,
  );
}

const set = (what: string, name: string, value: string | undefined): Broken => ({
  what: `${what} ${value?.slice(0, 60)}`,
  draft: { headers: { [name]: value } },
});
const noControls = (text: string) => text.replaceAll(/[\0-\x1f\x7f]|[^\0-\xff]/g, "");

function origins({ headers: { origin = "" } }: Draft): Breaks {
  const others = [
    undefined,
    "",
    "null",
    "*",
    "https://example.com",
    "x",
    "//",
    `${origin}.example.com`,
    `${origin}/`,
  ];
  const more = [
    `${origin}0`,
    origin.toUpperCase(),
    origin.replace("http", "https"),
    `${origin}, ${origin}`,
    "\xff",
  ];
  return fc.oneof(
    fc.constantFrom(...others, ...more).map((other) => set("origin", "origin", other)),
    fc
      .constantFrom("cross-site", "same-site", "none", "", "x")
      .map((site) => set("site", "sec-fetch-site", site)),
  );
}

function keys({ id }: Draft): Breaks {
  const odd = [
    "",
    "x",
    `${id}, ${id}`,
    "%00",
    "\xff",
    "0".repeat(36),
    "../..",
    "__proto__",
    "a".repeat(8_000),
  ];
  const made = fc.string().map((text) => `?${noControls(text)}`);
  return fc.oneof(fc.constantFrom(...odd), made).map((key) => set("key", "idempotency-key", key));
}

const types: Breaks = fc
  .constantFrom(
    ...[undefined, "", "text/plain", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded"],
    ...[
      "application/jsonp",
      "application/json, text/plain",
      "application/ld+json",
      "\xff",
      ";",
      "a".repeat(8_000),
    ],
  )
  .map((type) => set("type", "content-type", type));

function methods({ method }: Draft): Breaks {
  const other = method === "GET" ? "POST" : "GET";
  const refused = [
    "PUT",
    "DELETE",
    "PATCH",
    "PURGE",
    "TRACE",
    "CONNECT",
    "BREW",
    "PROPFIND",
    "QUERY",
    "get",
    other,
  ];
  return fc.oneof(
    fc.constantFrom(...refused).map((method) => ({ what: method, isBroken: true, draft: { method } })),
    fc.constant<Broken>({ what: "OPTIONS", isHarmless: true, draft: { method: "OPTIONS" } }),
    fc.constant<Broken>({
      what: "HEAD",
      isHarmless: method === "GET",
      draft: { method: "HEAD", body: undefined },
    }),
  );
}

function queries({ query }: Draft): Breaks {
  const odd = ["%", "a=%", "%zz=1", "a=%ff", "a=%c0%80", "a=%ed%a0%80", `${"a=%2".repeat(100)}`];
  return fc.constantFrom(...odd).map((part) => ({
    what: `query ${part.slice(0, 20)}`,
    draft: { query: query ? `${query}&${part}` : part },
  }));
}

/** Doors of the framework that nobody here uses. */
const doors: Breaks = fc
  .tuple(
    fc.constantFrom("next-action", "next-resume"),
    fc.constantFrom("x", "", "0".repeat(40), "__proto__", "1".repeat(4_000)),
  )
  .map(([name, value]) => set(name, name, value));

function oddIds({ id }: Draft): Breaks {
  const odd = [
    "x",
    "0",
    "-1",
    "null",
    "[id]",
    "%00",
    `${id}%00`,
    `${id}%20`,
    `${id}0`,
    id.replaceAll("-", ""),
  ];
  const more = [
    "%",
    "%zz",
    "%ff",
    "%c0%80",
    "%ed%a0%80",
    "..",
    "%2e%2e",
    "%2e%2e%2f",
    "..%5c",
    "__proto__",
    "\xff",
  ];
  const most = [
    "a".repeat(5_000),
    "%61".repeat(1_000),
    "'%20or%201=1--",
    `%7b${id}%7d`,
    "%f0%9f%92%a9",
    "$%7bx%7d",
    "",
  ];
  return fc.oneof(
    fc.constantFrom(...odd, ...more, ...most).map((id) => ({ what: `id ${id.slice(0, 40)}`, draft: { id } })),
    fc.string({ unit: "grapheme" }).map((text) => ({
      what: "any id",
      draft: { id: `.${encodeURIComponent(text)}` },
    })),
    // Nobody's. To let go of what is gone already is no mistake.
    fc.uuid().map((id) => ({ what: "nobody's id", isHarmless: true, draft: { id } })),
  );
}

function questions({ path, query }: Draft): Breaks {
  const fields = [...new URLSearchParams(query)];
  const junk = fc
    .webQueryParameters()
    .map((query) => ({ what: "any query", isHarmless: true, draft: { query } }));
  if (fields.length === 0 || path.includes("[id]")) return junk;
  const ask = (what: string, pairs: string[][]): Broken => ({
    what,
    draft: {
      query: pairs
        .map((pair) => pair.map((text) => encodeURIComponent(text.toWellFormed())).join("="))
        .join("&"),
    },
  });
  const wrong = fc.constantFrom(...fields).chain(([key]) => badWords(key).map((bad) => [key, bad] as const));
  return fc.oneof(
    {
      weight: 4,
      arbitrary: wrong.map((bad) =>
        ask(
          `${bad[0]} ${bad[1].slice(0, 40)}`,
          fields.map(([key, was]) => [key, key === bad[0] ? bad[1] : was]),
        ),
      ),
    },
    wrong.map((bad) => ask(`${bad[0]} twice`, [...fields, [...bad]])),
    fc
      .constantFrom("type[]", "__proto__", "constructor", "zone[a]", "", "id", "\0")
      .map((key) => ask(`extra ${key}`, [...fields, [key, "x"]])),
    fc.constantFrom("type", "from", "zone").map((gone) =>
      ask(
        `no ${gone}`,
        fields.filter(([key]) => key !== gone),
      ),
    ),
  );
}

/** Nothing is wrong but the headers, or a body where none is asked for. */
const oddities: Breaks = fc
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
const oddHeaders = fc.array(oddHeader, { maxLength: 4 }).map((pairs) => Object.fromEntries(pairs));

/** No HTTP, or hardly any. What the server should take for some all the same comes from nowhere, so it is refused. */
function protocols(good: Draft): Breaks {
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
