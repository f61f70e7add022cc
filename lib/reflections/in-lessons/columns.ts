import { sql } from "drizzle-orm";
import { reflectionShares, reflections } from "#db/schema/index.ts";

// What is written in a lesson always has these; what is written elsewhere never.
const ofLesson = (table: typeof reflections | typeof reflectionShares) => ({
  block: sql<string>`${table.block}`,
  versionId: sql<string>`${table.versionId}`,
});

export const written = ofLesson(reflections);
export const shown = ofLesson(reflectionShares);
