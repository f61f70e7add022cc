import { randomBytes } from "node:crypto";
import type { Sql } from "postgres";
import { type SealingKey, seal, unseal } from "#lib/sealed/seal.ts";
import { keyPlace } from "./client-key.ts";

export type PracticeKeys = readonly [SealingKey, ...SealingKey[]];

/** The key under which a person of the demo practice writes, made where there is none. */
export async function ensureDemoKey(sql: Sql, keys: PracticeKeys, ownerId: string): Promise<SealingKey> {
  await sql`insert into client_keys (client_id, wrapped)
    values (${ownerId}, ${seal(keys, randomBytes(32), keyPlace(ownerId))}) on conflict do nothing`;
  const [row] = await sql<
    { wrapped: Buffer }[]
  >`select wrapped from client_keys where client_id = ${ownerId}`;
  if (!row) throw new Error("A key was neither made nor found");
  return { id: "client", key: unseal(keys, row.wrapped, keyPlace(ownerId)) };
}
