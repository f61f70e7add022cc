import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

const apart = new Set(["node_modules", "tests", "test-results", "next-env.d.ts", "tsconfig.tsbuildinfo"]);

/** One value for all that a build is made of. What files say counts, not when they were written. */
export async function hashSources(folder: string): Promise<string> {
  const hash = createHash("sha256");
  for (const path of await listSources(folder, ""))
    hash
      .update(`${path}\0`)
      .update(await readFile(join(folder, path)))
      .update("\0");
  return hash.digest("hex");
}

async function listSources(folder: string, within: string): Promise<string[]> {
  const entries = await readdir(join(folder, within), { withFileTypes: true });
  const found = entries
    .filter(({ name }) => !apart.has(name) && !isHidden(name) && !name.endsWith(".md"))
    .map(async (entry) => {
      const path = join(within, entry.name);
      if (entry.isDirectory()) return listSources(folder, path);
      return entry.isFile() ? [path] : [];
    });
  return (await Promise.all(found)).flat().sort();
}

function isHidden(name: string): boolean {
  return name.startsWith(".") && name !== ".postcssrc.json";
}
