import { and, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { type reflectionShares, reflections } from "#db/schema/index.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import type { About } from "./about.ts";

// What is asked beside a session always has it.
const templateVersionId = sql<string>`${reflections.templateVersionId}`;

/** Rows of this author's about this, in either table. */
export function writtenAbout(
  table: typeof reflections | typeof reflectionShares,
  client: ClientViewer,
  { bookingId, kind, day }: About,
) {
  return and(
    eq(table.authorId, client.id),
    eq(table.bookingId, bookingId),
    eq(table.kind, kind),
    day === null ? isNull(table.day) : eq(table.day, day),
  );
}

/** What this client wrote, sealed. */
export function selectStored(tx: Tx, client: ClientViewer, about: About) {
  const { id, answers, revision, writtenAt } = reflections;
  return tx
    .select({ id, answers, revision, writtenAt, templateVersionId })
    .from(reflections)
    .where(writtenAbout(reflections, client, about));
}
