import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkout } from "#lib/running/install.mjs";

type Package = { version?: string; optionalDependencies?: Record<string, string> };

const { packages } = JSON.parse(readFileSync(join(checkout, "package-lock.json"), "utf8")) as {
  packages: Record<string, Package>;
};

/** Looks where Node looks: beside, then in each folder above. */
function isListed(from: string, name: string): boolean {
  const beside = from ? `${from}/node_modules/${name}` : `node_modules/${name}`;
  if (packages[beside]) return true;
  return from !== "" && isListed(from.slice(0, Math.max(0, from.lastIndexOf("/node_modules/"))), name);
}

// npm leaves out what its registry cannot give it just then; `npm ci` then refuses the lock file on every machine.
test("the lock file names the packages for every kind of machine", () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isListed(path, name)),
  );
  expect(missing).toEqual([]);
});
