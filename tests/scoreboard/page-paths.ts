import { accessTable, type Row } from "./access-table.ts";
import type { Cast, Who } from "./cast.ts";
import { goodRequest } from "./requests.ts";
import { isHandler, withId } from "./routes.ts";

/** The pages of the access table that this person gets to see. */
export function pathsFor(cast: Cast, who: Who): string[] {
  const role = roles[who] ?? "visitor";
  return Object.entries(accessTable).flatMap(([row, rules]) => {
    const [method, path = ""] = row.split(" ");
    const rule = rules[role];
    const isSeen = typeof rule === "object" ? true : rule === 200;
    if (method !== "GET" || isHandler(path) || path === "/icon.svg" || !isSeen) return [];
    const { subject = "type", query } = goodRequest("GET", path, cast.ours, "");
    return [withId(path, cast.ours.ids[subject]) + (query ? `?${query}` : "")];
  });
}

// The owner, where they see more than any coach.
const roles: Partial<Record<Who, keyof Row>> = { ada: "client", sol: "coach", kim: "owner" };
