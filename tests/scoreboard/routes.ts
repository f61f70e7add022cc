import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { checkout } from "#lib/running/install.mjs";

/** Every path that the production build answers, as Next itself lists them: "/sessions/[id]". */
export async function builtRoutes(): Promise<string[]> {
  const manifest = join(checkout, ".next", "app-path-routes-manifest.json");
  const paths = Object.values(JSON.parse(await readFile(manifest, "utf8")) as Record<string, string>);
  if (paths.length === 0) throw new Error("The build's list of routes is empty");
  return [...new Set(paths)].sort();
}

/** What is no page: it answers programs, in its own words. */
export const isHandler = (path: string) => isApi(path) || path === "/calendar/[file]";

export const isApi = (path: string) => path.startsWith("/api/");

/** The path with this id in it, and the day of a check-in that is open. */
export const withId = (path: string, id: string) => path.replace("[day]", "1").replace(/\[\w+\]/, id);
