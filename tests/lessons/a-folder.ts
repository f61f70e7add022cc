import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { strToU8, type Zippable, zipSync } from "fflate";
import { beforeAll } from "vitest";
import { asSystem } from "#db/client.ts";
import type { CoachViewer } from "#lib/auth/viewer.ts";
import { exportCourse } from "#lib/lessons/authoring/export.ts";
import { listShelf } from "#lib/lessons/authoring/shelf.ts";
import { writeLessonFile } from "#lib/lessons/course-files.ts";
import { ensureCourse } from "#lib/lessons/shipped-course.ts";
import { onFreshDatabase } from "#tests/support/on-fresh-database.ts";
import { aCoach } from "#tests/support/people.ts";

/** A coach, and the course that came with their practice, by its id and as files. There from `beforeAll` on. */
export let sol: CoachViewer;
export let shippedId: string;
export let shipped: Map<string, string>;

/** Call at the top of a test's file. */
export function onShippedCourse(now: number): void {
  const database = onFreshDatabase();
  beforeAll(async () => {
    await ensureCourse(database.url, now);
    sol = await aCoach({ name: "Sol" });
    shippedId = (await listShelf(sol))[0]?.id ?? "";
    shipped = await exportCourse(sol, shippedId);
  });
}

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
