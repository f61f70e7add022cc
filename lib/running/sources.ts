import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";

const folders = new Set(["app", "db", "emails", "lib", "public"]);
// Settings of the tools, whatever else somebody keeps beside them.
const toolSettings = /^(?!next-env\.d\.ts$)(\.postcssrc\.json|\w[\w.-]*\.(ts|mts|js|mjs|json))$/;

/** One value for all that a build is made of. What files say counts, not when they were written. */
export async function hashSources(checkout: string): Promise<string> {
  const hash = createHash("sha256");
  for (const path of await listSources(checkout))
    hash
      .update(`${path}\0`)
      .update(await readFile(join(checkout, path)))
      .update("\0");
  return hash.digest("hex");
}

async function listSources(checkout: string): Promise<string[]> {
  const entries = await readdir(checkout, { withFileTypes: true });
  const found = entries.map(async (entry) => {
    if (entry.isDirectory()) return folders.has(entry.name) ? listFiles(checkout, entry.name) : [];
    return toolSettings.test(entry.name) ? [entry.name] : [];
  });
  return (await Promise.all(found)).flat().sort();
}

async function listFiles(checkout: string, within: string): Promise<string[]> {
  const entries = await readdir(join(checkout, within), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
    .map((entry) => relative(checkout, join(entry.parentPath, entry.name)));
}
