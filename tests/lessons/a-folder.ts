import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { strToU8, type Zippable, zipSync } from "fflate";
import { asSystem } from "#db/client.ts";
import { writeLessonFile } from "#lib/lessons/course-files.ts";

export const body = ":::idea\nHello.\n:::\n";
export const lines = { near: [30, 28, 40, 46, 44, 30, 22], far: [70, 74, 60, 54, 56, 72, 80] };

/** A lesson that no practice has yet, as a file. */
export const aFile = (more: object = {}) =>
  writeLessonFile({
    title: "A pause",
    slug: `pause-${randomUUID().slice(0, 8)}`,
    summary: "What it is.",
    goal: "What for.",
    audience: "clients",
    language: "en",
    lines,
    body,
    ...more,
  } as Parameters<typeof writeLessonFile>[0]);

export const files = (texts: Record<string, string | Uint8Array>) =>
  Object.entries(texts).map(([name, text]) => ({
    name,
    bytes: typeof text === "string" ? strToU8(text) : text,
  }));

export const zipped = (texts: Zippable) => [{ name: "folder.zip", bytes: zipSync(texts) }];

/** All that importing could touch, as it lies in the database. */
export const everything = () =>
  asSystem("a test looks", async (tx) => {
    const [row] = await tx.execute<{ all: string }>(sql`select md5(concat(
      (select json_agg(c order by id) from courses c), (select json_agg(l order by id) from lessons l),
      (select json_agg(v order by id) from lesson_versions v),
      (select json_agg(d order by lesson_id, language) from lesson_drafts d),
      (select count(*) from audit_log))) as all`);
    return row?.all;
  });
