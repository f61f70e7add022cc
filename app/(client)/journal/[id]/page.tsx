import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { requireClient } from "#lib/auth/viewer.ts";
import { isUuid } from "#lib/http/request.ts";
import { findEntry } from "#lib/reflections/journal/queries.ts";
import { EntryPage } from "../entry-page.tsx";

export const metadata: Metadata = { title: "Journal" };

export default async function JournalEntry({ params }: PageProps<"/journal/[id]">) {
  const client = await requireClient();
  const { id } = await params;
  const now = Date.now();
  const entry = isUuid(id) ? await findEntry(client, id.toLowerCase(), now) : undefined;
  if (!entry) notFound();
  return <EntryPage entry={entry} back={`/journal/${entry.id}`} now={now} />;
}
