import { asViewer } from "#db/client.ts";
import type { ClientViewer } from "#lib/auth/viewer.ts";
import type { WritingInput } from "#lib/reflections/input.ts";
import { keepWriting } from "./keep-writing.ts";

/** Keeps what a client wrote under one block of a lesson, for them alone. */
export async function saveWriting(
  client: ClientViewer,
  writing: WritingInput & { joins?: boolean },
  now: number,
) {
  const { revision, writtenAt, isJoined } = await asViewer(client, (tx) =>
    keepWriting(tx, client, writing, now),
  );
  return { revision, writtenAt, isJoined };
}
