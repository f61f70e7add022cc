import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { checkout } from "#lib/running/install.mjs";

/** The scripts that a page loads. `noModule` ones are for browsers that nobody has any more; no other loads them. */
export function scriptsIn(html: string): Set<string> {
  const tags = html.match(/<script[^>]+src="[^"]+"[^>]*>/g) ?? [];
  const modern = tags.filter((tag) => !/nomodule/i.test(tag));
  return new Set(modern.map((tag) => /src="\/_next\/([^"?]+)/.exec(tag)?.[1] ?? ""));
}

/** Their kilobytes, packed. */
export function weigh(scripts: Set<string>): number {
  const sizes = Array.from(
    scripts,
    (script) => gzipSync(readFileSync(join(checkout, ".next", script))).length,
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
}
