import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { World } from "./world.ts";

/** Every row of every table, the job runner's too, as text. Bytes are in it as they are, and as numbers. */
export async function dumpOf({ look }: World): Promise<{ table: string; text: string }[]> {
  const tables = await look<{ name: string; place: string }[]>`
    select schemaname || '.' || tablename as name, format('%I.%I', schemaname, tablename) as place from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema') order by 1`;
  const all: { table: string; text: string }[] = [];
  for (const { name, place } of tables) {
    const rows = await look.unsafe<{ text: string }[]>(`select t::text as text from ${place} t`);
    all.push({ table: name, text: rows.map(({ text }) => text).join("\n") });
  }
  return all;
}

/** The tables in which any of these words stand, plainly or in one of the ways in which programs write bytes. */
export function findInDump(dump: { table: string; text: string }[], words: string[]): string[] {
  const ways = words.flatMap((word) => [
    word,
    ...(["hex", "base64url", "utf16le"] as const).map((way) => inWay(word, way)),
  ]);
  return dump.filter(({ text }) => ways.some((way) => text.includes(way))).map(({ table }) => table);
}

function inWay(word: string, way: "hex" | "base64url" | "utf16le"): string {
  if (way === "utf16le") return Buffer.from(word, "utf16le").toString("hex");
  // Wherever the word begins among the bytes, the middle of it is one of three.
  return Buffer.from(word).toString(way).slice(0, -2);
}

/** The files of the database server, its write-ahead log and its own log among them, that have one of these words. */
export async function findInFiles({ look }: World, words: string[]): Promise<string[]> {
  await look`checkpoint`;
  const [cluster] = await look<{ folder: string }[]>`select current_setting('data_directory') as folder`;
  const folder = await mkdtemp(join(tmpdir(), "attune-words-"));
  const list = join(folder, "words");
  await writeFile(list, `${words.join("\n")}\n`);
  try {
    // The server's log is beside the cluster.
    const found = await grep(["-rlaF", "-f", list, join(cluster?.folder ?? "", "..")]);
    return found.split("\n").filter(Boolean);
  } finally {
    await rm(folder, { recursive: true });
  }
}

function grep(args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile("grep", args, { maxBuffer: 10_000_000 }, (error, stdout) => {
      // 1 is "nothing found"; 2 with something is a file that went away meanwhile.
      if (error && error.code !== 1 && error.code !== 2) reject(error);
      else resolve(stdout);
    });
  });
}
