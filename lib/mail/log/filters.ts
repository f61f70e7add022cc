import { and, eq, inArray, isNull, or, type SQL } from "drizzle-orm";
import { messages } from "#db/schema/index.ts";

/** What the owner may look through, as it stands in the page's address. */
export const filters = ["waiting", "sent", "arrived", "back", "unsure", "dropped"] as const;
export type Filter = (typeof filters)[number];

/** Undefined for anything else, which is: all. */
export function readFilter(text: unknown): Filter | undefined {
  return filters.find((filter) => filter === text);
}

export function whereOf(filter: Filter): SQL | undefined {
  const { state, delivery } = messages;
  switch (filter) {
    case "waiting":
      return inArray(state, ["planned", "sending"]);
    case "sent":
      return and(eq(state, "sent"), or(isNull(delivery), eq(delivery, "delayed")));
    case "arrived":
      return eq(delivery, "delivered");
    case "back":
      return or(eq(state, "dead"), inArray(delivery, ["failed", "suppressed", "bounced", "complained"]));
    case "unsure":
    case "dropped":
      return eq(state, filter);
  }
}
