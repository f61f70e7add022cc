import fc from "fast-check";

/** A JSON object as text, field by field, so that a field can stand there twice or be what no object could hold. */
type Fields = readonly (readonly [key: string, json: string])[];
type Body = { what: string; text: string };

const textOf = (fields: Fields) =>
  `{${fields.map(([key, json]) => `${JSON.stringify(key)}:${json}`).join(",")}}`;
const json = (...values: unknown[]) => values.map((value) => JSON.stringify(value));

/** Bodies that are JSON and all but right: one thing about a good one is wrong. */
export function nearMisses(good: object): fc.Arbitrary<Body> {
  const fields: Fields = Object.entries(good).map(([key, value]) => [key, JSON.stringify(value)]);
  const others = [alien, fc.tuple(extraKey, fc.constantFrom(...anything)).map(extra(fields))];
  if (fields.length === 0) return fc.oneof(...others);
  const field = fc
    .constantFrom(...fields)
    .chain(([key, was]) => fc.tuple(fc.constant(key), badFor(freedIn(good, key), was)));
  const needed = fields.filter(([key]) => !optional.has(key)).map(([key]) => key);
  return fc.oneof(
    {
      weight: 6,
      arbitrary: field.map(([key, bad]) => ({
        what: `${key} ${short(bad)}`,
        text: textOf(fields.map(([name, was]) => [name, name === key ? bad : was])),
      })),
    },
    field.map(([key, bad]) => ({
      what: `${key} twice ${short(bad)}`,
      text: textOf([...fields, [key, bad]]),
    })),
    fc.constantFrom(...needed).map((key) => ({
      what: `no ${key}`,
      text: textOf(fields.filter(([name]) => name !== key)),
    })),
    ...others,
  );
}

/** A field by its name, or as one where people write as they like and a mark of HTML is a word as any other. */
function freedIn(good: object, key: string): string {
  const isFree = (key === "summary" && "intro" in good) || (key === "name" && "questions" in good);
  if (key === "name" && ("fields" in good || "ways" in good || "topic" in good)) return "freely";
  return isFree || (key === "name" && "from" in good) ? "freely" : key;
}

const optional = new Set(["next", "keep", "reason", "despite"]);
const short = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
const extra =
  (fields: Fields) =>
  ([key, value]: [string, string]): Body => ({
    what: `extra ${key}`,
    text: textOf([...fields, [key, value]]),
  });

const extraKey = fc.oneof(
  fc.constantFrom("__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "", "\0", "\ud800"),
  fc.constantFrom("id", "role", "status", "coachId", "clientId", "userId", "0", "$where"),
  fc.string().map((key) => `?${key}`),
);

const anything = [
  ...json(null, true, false, 0, -1, 1e308, "", "x", "\0", "\ud800", [], [[]], {}, [{}], { length: 1e9 }),
  ...["1e999", "-0", '{"__proto__":{"role":"coach"}}', '{"constructor":{"prototype":{"role":"coach"}}}'],
];

/** Not an object at all. */
const alien: fc.Arbitrary<Body> = fc
  .oneof(
    fc.constantFrom(...anything.filter((text) => !text.startsWith("{"))),
    fc.array(fc.jsonValue()).map((value) => JSON.stringify(value)),
    fc.string().map((value) => JSON.stringify(value)),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  )
  .map((text) => ({ what: `body ${short(text)}`, text }));

const kindOf = (text: string) => /^["[{]/.exec(text)?.[0] ?? (/^[-\d]/.test(text) ? "number" : text);

/** What a field must not be: another type, or the right type and wrong all the same. */
function badFor(key: string, was: string): fc.Arbitrary<string> {
  const isFlag = was === "true" || was === "false";
  const kind = limits.has(key) ? "number" : kindOf(was);
  const wrongType = anything.filter((text) =>
    isFlag ? kindOf(text) !== "true" && kindOf(text) !== "false" : kindOf(text) !== kind,
  );
  const wrong = wrongType.filter((text) => !(nullable.has(key) && text === "null"));
  const special = json(...(specials[key] ?? []));
  const generated = ungenerated.has(key) || !was.startsWith('"') ? [] : [oddText];
  // A lesson beside a session may come some days before it.
  const below = key === "days" ? "-61" : "-1";
  const numbers = kind === "number" ? [below, "-1e308", "1e308", "1e9", "1e999", "9007199254740993"] : [];
  const lists = was.startsWith("[") && (key === "hours" || key === "days") ? [badList(key)] : [];
  return fc.oneof(fc.constantFrom(...wrong, ...special, ...numbers), ...generated, ...lists);
}

// Anything is right for them that is not too long, or too much of it.
const ungenerated = new Set([
  "name",
  "next",
  "summary",
  "place",
  "reason",
  "sentence",
  "title",
  "intro",
  "freely",
  "words",
  "body",
  "whatHappens",
  "hoursText",
]);
const limits = new Set(["dailyLimit", "weeklyLimit", "nextDayLimit"]);
// None is right for them too.
const nullable = new Set(["id", "seen", ...limits]);
const oddText = fc
  .string({ unit: "binary", maxLength: 200 })
  .map((text) => JSON.stringify(`?${text.replaceAll("@", "")}`));

const long = "a".repeat(20_000);
const somebody = "00000000-0000-4000-8000-000000000000";
const moments = [
  "1970-01-01T00:00:00Z",
  "0000-01-01T00:00:00Z",
  "9999-12-31T23:59:59Z",
  "2031-02-30T00:00:00Z",
];
const days = ["2031-02-30", "2031-13-01", "0000-01-01", "9999-12-31", "+012031-01-01", "2031-1-1", "today"];
const notText = ["", "\0", "\ud800", long, "__proto__", "constructor"];
const words = ["\0", "a\0b", "\ud800", "a\udc00b", "a".repeat(2_001), long];
const ids = [
  ...notText,
  somebody,
  somebody.replaceAll("-", ""),
  `${somebody}0`,
  `{${somebody}}`,
  `${somebody}\0`,
];
const later = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
const unkept = ["\0", "a\0b", "\ud800", "<b>", "\ue000", "a".repeat(201), long];
const links = [
  "x",
  "\0",
  "http://example.org",
  "javascript:alert(1)",
  "https://a:b@example.org",
  "https://\ud800.org",
];
const specials: Record<string, unknown[]> = {
  summary: unkept,
  place: unkept,
  freely: ["", "  ", "\0", "a\0b", "\ud800", "a".repeat(301), long],
  title: ["", "  ", "\0", "a\0b", "\ud800", "a".repeat(301), long],
  whatHappens: ["\0", "a\0b", "\ud800", long],
  hoursText: ["\0", "a\0b", "\ud800", long],
  body: ["", "  ", "\0", "a\0b", "\ud800", long],
  intro: ["\0", "a\0b", "\ud800", "a".repeat(4_001), long],
  link: links,
  mode: ["never", "Instant"],
  id: ids,
  fromDate: [...notText, ...days, "2029-01-01"],
  toDate: [...notText, ...days, "2031-01-31", "2033-01-01"],
  name: ["", "  ", "\0", "a\0b", "\ud800", "a\udc00b", "<b>", "\ue000", "a".repeat(81), long],
  next: ["/".repeat(401), long],
  adult: [false],
  zone: [
    ...notText,
    "Europe/Nowhere",
    "+02:00",
    "Etc/GMT+99",
    "../../etc/passwd",
    "UTC\0",
    "Europe/Lisbon\ud800",
  ],
  typeId: ids,
  journeyId: ids,
  clientId: ids,
  proposalId: ids,
  reason: words,
  words: ["a".repeat(601), ...words],
  sentence: ["", "  ", "\n", ...words],
  as: ["", "requested", "cancelled", "Completed", "completed\0", "constructor"],
  agreed: [1.5, 1_000, -0.5],
  despite: [[""].concat(Array(20).fill("past")), ["a".repeat(41)], [1], [null], [[]]],
  starts: [
    [],
    [""],
    [null],
    [later(72), later(72.001).slice(0, 10)],
    Array(2).fill(moments[2]),
    [1, 2, 3, 4, 5].map((n) => later(48 + n)),
    ...moments.map((moment) => [moment]),
  ],
  type: [...notText, somebody, `${somebody}0`],
  start: [...notText, ...moments, "+275760-09-13T00:00:00.001Z", "2031-01-01T24:00:00Z", "2031-01-01T00:00"],
  email: [...notText, "a@b", "a@@b.org", "a b@c.org", "a@b..org", "\0@b.org", `${long}@b.org`, "a@[::1]"],
  token: notText,
  undo: [...notText, Buffer.alloc(200, 7).toString("base64url")],
  address: [
    ...notText,
    ...["http://a.example", "https://", "https://127.0.0.1/", "https://[::1]/", "https://a.example:8443/"],
    ...[
      "https://a:b@a.example/",
      "ftp://a.example/",
      "file:///etc/passwd",
      "https://a.example/\0",
      "https://a b/",
    ],
  ],
  code: notText,
  date: [...notText, ...days],
  from: [...notText, ...days],
  quietFrom: [1_440, 0.5, -60],
  author: ids,
  about: [
    { bookingId: somebody, kind: "lesson", day: null },
    { bookingId: somebody, kind: "check_in", day: null },
    { bookingId: somebody, kind: "session", day: 1 },
    { bookingId: somebody, kind: "session" },
  ],
  on: [0.5, -1, 1e300],
  questions: [[1], [null], ["Not a key"], Array(60).fill("focus")],
  steps: [[null], [{}], [[]], [{ step: "guidance" }], ["preparation"]],
};

const ranges = (...pairs: [string, string][]) => pairs.map(([from, to]) => ({ from, to }));
const badRanges: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    ranges(["09:00", "08:00"]),
    ranges(["09:00", "09:00"]),
    ranges(["24:00", "24:00"]),
    ranges(["09:00", "12:00"], ["11:00", "13:00"]),
    ranges(["-1:00", "12:00"]),
    Array.from({ length: 13 }, (_, hour) => ({ from: `${hour + 10}:00`, to: `${hour + 10}:30` })),
    [null],
    [[]],
    [{ from: "09:00" }],
    [{ from: "09:00", to: "10:00", coachId: somebody }],
    [{ from: "09:00", to: "10:00", kinds: [] }],
    [{ from: "09:00", to: "10:00", kinds: ["party"] }],
    [{ from: "09:00", to: "10:00", kinds: ["couple", "couple"] }],
    [{ from: "09:00", to: "10:00", kinds: "couple" }],
    [{ from: "09:00", to: "10:00", kinds: null }],
    [{ from: 540, to: 600 }],
    [{ from: "09:00\0", to: "10:00" }],
  ),
  fc.string({ unit: "binary" }).map((text) => ranges([`?${text}`, "12:00"])),
);

function badList(key: "hours" | "days"): fc.Arbitrary<string> {
  if (key === "hours") return badRanges.map((hours) => JSON.stringify(hours));
  const weekdays = fc.constantFrom<unknown>(0, 8, -1, 1.5, 1e308, "1", null, [1]);
  return fc
    .oneof(
      badRanges.map((hours) => [{ weekday: 1, hours }]),
      weekdays.map((weekday) => [{ weekday, hours: [] }]),
      fc
        .constantFrom([1, 1], [1, 2, 3, 4, 5, 6, 7, 1])
        .map((some) => some.map((weekday) => ({ weekday, hours: [] }))),
    )
    .map((list) => JSON.stringify(list));
}

/** What a question's fields must not be, as text. */
export function badWords(key: string): fc.Arbitrary<string> {
  // As text, "null" and nothing at all are words too, and half a sign is made whole on the way.
  if (key === "words") return fc.constantFrom(...words.filter((text) => text.isWellFormed()));
  const isNumber = key === "days" || key === "weekday";
  const numbers = ["", "0", "-1", "43", "7.5", "1e308", "NaN", "Infinity", "7;", "[7]"];
  return fc
    .oneof(badFor(key, isNumber ? "7" : '"x"'), fc.constantFrom(...(isNumber ? json(...numbers) : ['""'])))
    .map((text) => (text.startsWith('"') ? String(JSON.parse(text)) : isNumber ? `?${text}` : text));
}
