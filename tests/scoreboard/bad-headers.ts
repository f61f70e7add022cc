import fc from "fast-check";
import { type Breaks, noControls, set } from "./broken.ts";
import type { Draft } from "./wire.ts";

export function origins({ headers: { origin = "" } }: Draft): Breaks {
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

export function keys({ id }: Draft): Breaks {
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

export const types: Breaks = fc
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

/** Doors of the framework that nobody here uses. */
export const doors: Breaks = fc
  .tuple(fc.constant("next-action"), fc.constantFrom("x", "", "0".repeat(40), "__proto__", "1".repeat(4_000)))
  .map(([name, value]) => set(name, name, value));
