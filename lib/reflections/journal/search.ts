import { and, isNull, sql } from "drizzle-orm";
import { asViewer } from "#db/client.ts";
import { reflections } from "#db/schema/index.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import type { Place } from "#lib/bookings/place-in-list.ts";
import { findOwnKey } from "#lib/reflections/own-key.ts";
import { selectEntries, textIn } from "./queries.ts";
import { passageOf, plainOf } from "./rules.ts";

const atOnce = 100;
const mostLooked = 2_000;
const mostFound = 30;

export type FoundEntries = {
  entries: { id: string; at: number; passage: string }[];
  /** There may be more: it stopped early. */
  isPart: boolean;
};

/** Looks for words in a client's own journal, the newest first. Each entry is opened for that, and closed again. */
export async function searchEntries(client: ClientViewer, words: string): Promise<FoundEntries> {
  const wanted = plainOf(words.trim());
  const entries: FoundEntries["entries"] = [];
  let place: Place | undefined;
  for (let looked = 0; looked < mostLooked; looked += atOnce) {
    const rows = await readSome(client, place);
    for (const { id, at, text } of rows) {
      const passage = passageOf(text, wanted);
      if (passage !== undefined) entries.push({ id, at, passage });
      if (entries.length === mostFound) return { entries, isPart: true };
    }
    const last = rows.at(-1);
    if (!last || rows.length < atOnce) return { entries, isPart: false };
    place = { start: last.at, id: last.id };
  }
  return { entries, isPart: true };
}

function readSome(client: ClientViewer, place: Place | undefined) {
  const { createdAt, id, removedAt } = reflections;
  const isBefore =
    place &&
    sql`(${createdAt}, ${id}) < (${new Date(place.start).toISOString()}::timestamptz, ${place.id}::uuid)`;
  return asViewer(client, async (tx) => {
    const rows = await selectEntries(tx, client, and(isNull(removedAt), isBefore)).limit(atOnce);
    if (rows.length === 0) return [];
    const key = await findOwnKey(tx, client);
    return rows.map((row) => ({
      id: row.id,
      at: row.createdAt.getTime(),
      text: textIn(key, client.id, "reflections", row),
    }));
  });
}
