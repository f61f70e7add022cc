import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireClient } from "#lib/auth/viewer.ts";
import { isUuid } from "#lib/http/request.ts";
import { findBlankEntry, findEntry } from "#lib/reflections/journal/queries.ts";
import { EntryPage } from "../entry-page.tsx";

export const metadata: Metadata = { title: "Journal" };

/** A leaf that is blank, or was when it was opened: whoever loads it again finds what they wrote. */
export default async function NewEntry({ searchParams }: PageProps<"/journal/new">) {
  const client = await requireClient();
  const { leaf } = await searchParams;
  if (typeof leaf !== "string" || !isUuid(leaf)) redirect(`/journal/new?leaf=${randomUUID()}`);
  const now = Date.now();
  const id = leaf.toLowerCase();
  const entry = (await findEntry(client, id, now)) ?? (await findBlankEntry(client, id, now));
  return <EntryPage entry={entry} back={`/journal/new?leaf=${id}`} now={now} />;
}
