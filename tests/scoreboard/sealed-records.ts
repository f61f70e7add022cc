import { sealedColumns } from "#lib/keys/sealed-columns.ts";
import { keyPlace } from "#lib/reflections/client-key.ts";
import { settings } from "#lib/running/settings.ts";
import { type SealingKey, unseal } from "#lib/sealed/seal.ts";
import type { World } from "./world.ts";

/** One sealed thing of the database, what opens it, and the one place where it opens. */
export type SealedRecord = {
  column: string;
  id: string;
  /** Whose key opens it: a client, or the practice. */
  owner: string;
  keys: readonly SealingKey[];
  sealed: Buffer;
  place: string;
};

/** What is sealed with clients' own keys. The practice's are listed where they are changed. */
const ofClients = [
  { table: "reflections", column: "answers", client: "author_id" },
  { table: "reflection_shares", column: "answers", client: "author_id" },
  { table: "flags", column: "question", client: "client_id" },
  { table: "flags", column: "settled_with", client: "client_id" },
  { table: "flags", column: "consulted", client: "client_id" },
  { table: "screenings", column: "answers", client: "client_id" },
  {
    table: "screening_moves",
    column: "reason",
    client: "(select client_id from screenings where screenings.id = screening_id)",
  },
  { table: "consents", column: "signature", client: "client_id" },
  { table: "safety_plans", column: "plan", client: "client_id" },
  // About nobody alone: with the coach's own key.
  { table: "private_notes", column: "words", client: "coalesce(about_id, coach_id)" },
  { table: "shared_summaries", column: "words", client: "client_id" },
  { table: "sent_summaries", column: "words", client: "client_id" },
  { table: "note_templates", column: "fields", client: "coach_id" },
  {
    ...{ table: "written_revisions", column: "words" },
    client: `coalesce((select client_id from shared_summaries where id = summary_id),
      (select coalesce(about_id, coach_id) from private_notes where id = note_id))`,
  },
];

/** Every column that has something sealed in it, once everything has been written. */
export const sealedPlaces = [...sealedColumns, ...ofClients].map(({ table, column }) => `${table}.${column}`);

/** Every sealed record that there is. */
export async function everyRecord({ look }: World): Promise<SealedRecord[]> {
  const keys = settings().encryptionKeys;
  const all: SealedRecord[] = [];
  for (const { table, id, column, place } of sealedColumns) {
    const rows = await look<{ id: string; sealed: Buffer }[]>`
      select ${look(id)}::text as id, ${look(column)} as sealed from ${look(table)} where ${look(column)} is not null`;
    for (const row of rows)
      all.push({ column: `${table}.${column}`, owner: "practice", keys, ...row, place: place(row.id) });
  }
  const wrapped = await look<
    { id: string; sealed: Buffer }[]
  >`select client_id as id, wrapped as sealed from client_keys`;
  const own = new Map(
    wrapped.map(({ id, sealed }) => [
      id,
      [{ id: "client", key: unseal(keys, sealed, keyPlace(id)) }] as const,
    ]),
  );
  for (const { table, column, client } of ofClients) {
    const rows = await look<{ id: string; owner: string; sealed: Buffer }[]>`
      select id, ${look.unsafe(client)} as owner, ${look(column)} as sealed from ${look(table)} where ${look(column)} is not null`;
    for (const row of rows)
      all.push({
        ...{ column: `${table}.${column}`, keys: own.get(row.owner) ?? [] },
        ...row,
        place: `${table}|${column}|${row.id}|${row.owner}`,
      });
  }
  return all;
}
