import fc from "fast-check";
import { badWords } from "./bad-bodies.ts";
import type { Breaks, Broken } from "./broken.ts";
import type { Draft } from "./wire.ts";

export function methods({ method }: Draft): Breaks {
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

export function queries({ query }: Draft): Breaks {
  const odd = ["%", "a=%", "%zz=1", "a=%ff", "a=%c0%80", "a=%ed%a0%80", `${"a=%2".repeat(100)}`];
  return fc.constantFrom(...odd).map((part) => ({
    what: `query ${part.slice(0, 20)}`,
    draft: { query: query ? `${query}&${part}` : part },
  }));
}

export function oddIds({ id }: Draft): Breaks {
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

// A question without it is as good.
const optional = new Set(["days"]);

export function questions({ path, query }: Draft): Breaks {
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
      .constantFrom("type[]", "constructor", "zone[a]", "", "id", "\0")
      .map((key) => ask(`extra ${key}`, [...fields, [key, "x"]])),
    // The framework drops it before anybody reads the rest.
    fc.constant({ ...ask("extra __proto__", [...fields, ["__proto__", "x"]]), isHarmless: true }),
    fc.constantFrom(...fields.map(([key]) => key).filter((key) => !optional.has(key))).map((gone) =>
      ask(
        `no ${gone}`,
        fields.filter(([key]) => key !== gone),
      ),
    ),
  );
}
