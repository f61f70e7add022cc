import type postgres from "postgres";
import { CannotUnseal, type SealingKey, seal, unseal } from "#lib/sealed/seal.ts";
import { columnsThere, countSealed, type Sealed, sealedWords } from "./count-sealed.ts";

type Keys = readonly [SealingKey, ...SealingKey[]];
type Known = { id: string; answer: Buffer; removed: boolean };

const answer = "This was sealed with the practice's own key.";
const placeOf = (id: string) => `sealing_keys|answer|${id}`;

/** These keys are not those of this database. Nothing was changed. */
export class WrongKeys extends Error {
  override readonly name = "WrongKeys";
}

/**
 * Throws WrongKeys unless these keys open all that is sealed in this database. A new database takes any. Changes
 * nothing, and asks nothing of a database that is not yet up to date.
 */
export async function checkKeys(sql: postgres.Sql, keys: Keys): Promise<void> {
  const known = await listKnown(sql);
  const sealed = await countSealed(sql);
  for (const { id, answer: told } of known) {
    const key = keys.find((one) => one.id === id);
    if (key && !opens(key, told, placeOf(id))) throw wrong(id);
  }
  for (const id of new Set(sealed.map(({ keyId }) => keyId))) {
    const key = keys.find((one) => one.id === id);
    const theirs = sealed.filter(({ keyId }) => keyId === id);
    if (!key) throw missing(id, theirs);
    // From before known texts were kept.
    if (!known.some((one) => one.id === id) && !(await opensSome(sql, key, theirs))) throw wrong(id);
  }
  const usual = known.filter(({ removed }) => !removed);
  if (usual.length > 0 && !usual.some(({ id }) => keys.some((key) => key.id === id)))
    throw missing(usual.map(({ id }) => id).join(", "), []);
}

/** Keeps a known text for each of these keys. Those that are gone, and that nothing is sealed with, are marked so. */
export async function noteKeys(sql: postgres.Sql, keys: Keys): Promise<void> {
  for (const key of keys)
    await sql`insert into sealing_keys (id, answer) values (${key.id}, ${seal([key], answer, placeOf(key.id))})
      on conflict (id) do update set removed_at = null where sealing_keys.removed_at is not null`;
  await sql`update sealing_keys set removed_at = now()
    where removed_at is null and id not in ${sql(keys.map(({ id }) => id))}`;
}

/** The names of all keys that there ever were here. */
export async function keyNames(sql: postgres.Sql): Promise<string[]> {
  return (await listKnown(sql)).map(({ id }) => id);
}

async function listKnown(sql: postgres.Sql): Promise<Known[]> {
  const [table] = await sql<
    { there: boolean }[]
  >`select to_regclass('public.sealing_keys') is not null as there`;
  if (!table?.there) return [];
  return sql<Known[]>`
    select id, answer, removed_at is not null as removed from sealing_keys order by created_at, id`;
}

/** One thing that it must open is enough to tell it from another one of its name. */
async function opensSome(sql: postgres.Sql, key: SealingKey, sealed: Sealed[]): Promise<boolean> {
  const there = await columnsThere(sql);
  for (const { table, id, column, place } of there.filter((one) => sealed.some(({ of }) => of === one))) {
    const head = Buffer.concat([Buffer.of(1, key.id.length), Buffer.from(key.id)]);
    const rows = await sql<{ id: string; record: Buffer }[]>`
      select ${sql(id)}::text as id, ${sql(column)} as record from ${sql(table)}
      where substring(${sql(column)} from 1 for ${head.length}) = ${head} limit 5`;
    if (rows.some((row) => opens(key, row.record, place(row.id)))) return true;
  }
  return false;
}

function opens(key: SealingKey, record: Buffer, place: string): boolean {
  try {
    unseal([key], record, place);
    return true;
  } catch (error) {
    if (error instanceof CannotUnseal) return false;
    throw error;
  }
}

const bringBack =
  "Nothing was changed. Bring back the keys as they were when the portal last ran (ENCRYPTION_KEYS, or the file that holds them: docs/running.md says where). Without them nobody can read what is sealed.";

const wrong = (id: string) =>
  new WrongKeys(
    `The key ${id} is another one than until now: it does not open what is sealed in this database. ${bringBack}`,
  );

function missing(id: string, sealed: Sealed[]): WrongKeys {
  const what = sealed.length > 0 ? `, and with it are sealed: ${sealedWords(sealed)}` : "";
  const then =
    sealed.length > 0
      ? ` Before a key is taken out, npm run keys -- rotate seals everything with the newest one.`
      : "";
  return new WrongKeys(
    `The key ${id} of this database is not among the given ones${what}. ${bringBack}${then}`,
  );
}
