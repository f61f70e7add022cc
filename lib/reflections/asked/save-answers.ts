import { asViewer } from "#db/client.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import { savedWords } from "#lib/reflections/words.ts";
import type { AskedInput } from "./input.ts";
import { type Kept, keepAnswers } from "./keep-answers.ts";

/** Keeps what a client answered beside a session, for them alone. Gives what the page says of it. */
export async function saveAnswers(client: ClientViewer, writing: AskedInput, now: number) {
  return asViewer(client, async (tx) => saidOf(await keepAnswers(tx, client, writing, now), now));
}

/** What a page says of what is kept. */
export function saidOf({ revision, writtenAt, session }: Kept, now: number) {
  return { revision, saved: revision > 0 ? savedWords(writtenAt, session.zone, now) : "" };
}
