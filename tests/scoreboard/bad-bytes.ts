import fc from "fast-check";
import { mostBytes } from "#lib/lessons/authoring/draft-input.ts";
import { largestWriting as mostOfNotes } from "#lib/notes/input.ts";
import { largestWriting } from "#lib/reflections/in-lessons/input.ts";
import { largestEntry } from "#lib/reflections/journal/input.ts";
import { nearMisses } from "./bad-bodies.ts";
import type { Breaks } from "./broken.ts";
import type { Draft } from "./wire.ts";

let people = 0;

export function bodies({ body }: Draft): Breaks {
  return nearMisses(body ?? {}).map(({ what, text }) => {
    people += 1;
    // Another address each time, so that the limit of one hides nothing.
    return { what, draft: { body: Buffer.from(text.replace("@example.org", `-${people}@example.org`)) } };
  });
}

// Where people write, a body may be larger.
function mostOf(path: string): number {
  if (path.endsWith("/draft")) return mostBytes;
  if (path.startsWith("/api/journal")) return largestEntry;
  if (/^\/api\/coach\/(notes|summaries$|templates\/\[?[^/]+$)/.test(path)) return mostOfNotes;
  return path.startsWith("/api/reflections") ? largestWriting : 32_768;
}

export function bytes({ body, path }: Draft): Breaks {
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
    .constantFrom(mostOf(path) + 1, mostOf(path) * 3)
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
