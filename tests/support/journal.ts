import { randomUUID } from "node:crypto";
import type { EntryInput } from "#lib/reflections/journal/input.ts";
import { saveEntry } from "#lib/reflections/journal/save-entry.ts";
import { shareEntry } from "#lib/reflections/journal/share-entry.ts";
import type { Client } from "./people.ts";

/** What the page of an entry would send. */
export function entryOf(
  { id: author }: Client,
  text: string,
  revision = 0,
  leaf: string = randomUUID(),
): EntryInput {
  return { author, leaf, answers: { text }, revision };
}

/** An entry that this client wrote; gives its id. */
export async function anEntry(client: Client, text: string, now = Date.now() - 1_000): Promise<string> {
  const entry = entryOf(client, text);
  await saveEntry(client, entry, now);
  return entry.leaf;
}

/** An entry that this client shows to somebody; gives its id and the share's. */
export async function aSharedEntry(
  client: Client,
  reader: { id: string },
  text: string,
  now = Date.now() - 1_000,
) {
  const entry = entryOf(client, text);
  const { shareId } = await shareEntry(client, { ...entry, reader: reader.id }, now);
  return { id: entry.leaf, shareId };
}
