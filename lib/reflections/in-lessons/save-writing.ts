import { eq } from "drizzle-orm";
import { asViewer } from "#db/client.ts";
import { users } from "#db/schema/index.ts";
import { together } from "#db/together.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { savedWords } from "#lib/reflections/words.ts";
import type { WritingInput } from "./input.ts";
import { keepWriting } from "./keep-writing.ts";

type Writing = WritingInput & { joins?: boolean };

/** Keeps what a client wrote under one block of a lesson, for them alone. Gives what the page says of it. */
export async function saveWriting(client: ClientViewer, writing: Writing, now: number) {
  return asViewer(client, async (tx) => {
    const [{ revision, writtenAt, isJoined }, [own]] = await together(
      keepWriting(tx, client, writing, now),
      tx.select({ zone: users.zone }).from(users).where(eq(users.id, client.id)).execute(),
    );
    const saved = revision > 0 ? savedWords(writtenAt, own?.zone ?? "UTC", now) : "";
    return { revision, saved, isJoined };
  });
}
