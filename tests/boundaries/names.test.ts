import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkout } from "#lib/running/install.mjs";

const apart = new Set(["node_modules", ".git", ".next", ".data", "test-results", "meta"]);
const empty = /^(utils?|helpers?|common|misc|shared|types|constants|services?|managers?|hooks)(\.|$)/;

/** Every folder and file of ours, as paths from the root. */
function listPaths(within = ""): string[] {
  return readdirSync(join(checkout, within), { withFileTypes: true })
    .filter(({ name }) => !apart.has(name))
    .flatMap((entry) => {
      const path = join(within, entry.name);
      return entry.isDirectory() ? [path, ...listPaths(path)] : [path];
    });
}

function saysNothing(path: string): boolean {
  return path.split("/").some((part) => empty.test(part));
}

test("every folder and file is named for what it is about", () => {
  const paths = listPaths();
  expect(paths).toContain("lib/running/settings.ts");
  expect(paths.filter(saysNothing)).toEqual([]);
});

test.each(["lib/utils/time.ts", "lib/time/helpers.ts", "app/ui/types.d.ts", "lib/common", "db/constants.ts"])(
  "%s would be found",
  (path) => {
    expect(saysNothing(path)).toBe(true);
  },
);
