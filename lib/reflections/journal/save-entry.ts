import { eq } from "drizzle-orm";
import { asViewer } from "#db/client.ts";
import { users } from "#db/schema/index.ts";
import { together } from "#db/together.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { savedWords } from "#lib/reflections/words.ts";
import type { EntryInput } from "./input.ts";
import { keepEntry } from "./keep-entry.ts";

type Entry = EntryInput & { joins?: boolean };

/** Keeps an entry of a client's journal, for them alone. Gives what the page says of it. */
export async function saveEntry(client: ClientViewer, entry: Entry, now: number) {
  return asViewer(client, async (tx) => {
    const [{ revision, writtenAt, isJoined }, [own]] = await together(
      keepEntry(tx, client, entry, now),
      tx.select({ zone: users.zone }).from(users).where(eq(users.id, client.id)).execute(),
    );
    const saved = revision > 0 ? savedWords(writtenAt, own?.zone ?? "UTC", now) : "";
    return { revision, saved, isJoined };
  });
}
